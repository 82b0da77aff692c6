namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>The units that live in the tests' present (after 01/07/2025), by what they do for a publishing permit.</summary>
internal static class Units
{
    public const string Counter = "hp-service-centre";
    public const string Press = "hp-press";
    public const string Digital = "hp-digital";
    public const string Leadership = "hp-culture-leadership";
    public const string Bureau = "hp-culture-office";
    public const string Finance = "hp-culture-finance";
}
