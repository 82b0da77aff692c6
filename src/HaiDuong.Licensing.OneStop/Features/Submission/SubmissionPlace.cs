namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>Where somebody is on the way from the first question to the submission, and the addresses of that way.</summary>
/// <param name="Slug">The procedure.</param>
/// <param name="Reference">The draft's; null before it is first saved.</param>
/// <param name="Step">From 1.</param>
public sealed record SubmissionPlace(string Slug, string? Reference, int Step)
{
    public string Start => $"/nop-ho-so/{Slug}";

    public string Declare => Reference is null ? $"/nop-ho-so/{Slug}/to-khai" : $"/nop-ho-so/{Slug}/to-khai/{Reference}";

    public string Papers => $"/nop-ho-so/{Slug}/giay-to/{Reference}";

    public string Review => $"/nop-ho-so/{Slug}/xem-lai/{Reference}";

    public string Done => $"/theo-doi/{Reference}/da-nop";
}
