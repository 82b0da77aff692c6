namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>What conditions of a route may ask about a dossier (dữ kiện của hồ sơ).</summary>
public interface IRouteFacts
{
    /// <summary>
    /// The value at a path such as <c>form.documentKind</c> or <c>fees.due</c>, numbers and dates in invariant form; null if the dossier has none.
    /// </summary>
    string? Value(string path);
}
