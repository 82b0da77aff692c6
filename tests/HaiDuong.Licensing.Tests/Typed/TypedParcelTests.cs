using HaiDuong.Licensing.Domain.Typed;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Typed;

public sealed class TypedParcelTests
{
    // 47312482 with the check digit 9 is the example by which the rule of UPU S10 is told.
    [TestCase("EE473124829VN", true)]
    [TestCase("EE473124820VN", false)]
    [TestCase("EE473124892VN", false)]
    [TestCase("VT2026113000017", true)]
    [TestCase("", false)]
    [TestCase("1234567890123456789012345678901", false)]
    public void Number_OfTheUniversalShape_IsHeldAgainstItsCheckDigit_OthersAreTaken(string number, bool isOne) =>
        Assert.That(TypedParcel.IsOne(number), Is.EqualTo(isOne));

    [Test]
    public void EveryWrongDigit_AndEverySwapOfNeighbours_IsNoticed()
    {
        const string right = "EE473124829VN";
        var wrong =
            from place in Enumerable.Range(2, 9)
            from digit in "0123456789"
            where digit != right[place]
            select right[..place] + digit + right[(place + 1)..];
        var swapped =
            from place in Enumerable.Range(2, 8)
            where right[place] != right[place + 1]
            select right[..place] + right[place + 1] + right[place] + right[(place + 2)..];

        Assert.That(wrong.Where(TypedParcel.IsOne), Is.Empty);
        Assert.That(swapped.Where(TypedParcel.IsOne), Is.Empty);
    }

    [TestCase(" ee 4731 2482 9 vn ")]
    [TestCase("EE-473-124-829-VN")]
    public void Number_IsRead_HoweverItIsGrouped(string typed) => Assert.That(TypedParcel.Read(typed), Is.EqualTo("EE473124829VN"));
}
