using System.Security.Cryptography;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Verification;

/// <summary>What a check came to.</summary>
public enum CheckVerdict
{
    /// <summary>The code is that of an issued document.</summary>
    Issued,

    /// <summary>What was typed cannot be a code: too long, too short, or with a character that no code has.</summary>
    Mistyped,

    /// <summary>No document has the code: mistyped or forged, which nobody can tell from here.</summary>
    UnknownCode,

    /// <summary>The file is, byte for byte, the issued one.</summary>
    SameFile,

    /// <summary>The office did not issue this file as it is.</summary>
    OtherFile,

    /// <summary>The issued file is not as it was kept: the office must look into it.</summary>
    Damaged,
}

/// <summary>Kiểm tra văn bản: anybody compares a paper or a file with what the office issued.</summary>
[EnableRateLimiting(LookupLimits.Policy)]
[AllowAnonymous]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class CheckModel(IssuedDecisionQuery decisions, KeptFiles files, SigningKeys keys, IStringLocalizerFactory localizers) : PageModel
{
    /// <summary>A file somewhat too large is still answered with the rest of the page.</summary>
    private const long MostBytes = UploadLimits.DefaultMaxBytes + (4 * 1024 * 1024);

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public CheckVerdict? Verdict { get; private set; }

    public IssuedDecision? Decision { get; private set; }

    public IReadOnlyList<SignatureReport> Signatures { get; private set; } = [];

    /// <summary>Why nothing could be read of the file; the key of a sentence, null when something was or nobody knows.</summary>
    public string? Unread { get; private set; }

    public bool AreDemoKeys => keys.AreDemo;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Code))
            return;
        Decision = await decisions.ByCodeAsync(Code, cancel);
        if (Decision is null)
        {
            Verdict = TypedCode.Read(Code).Printed is null ? CheckVerdict.Mistyped : CheckVerdict.UnknownCode;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            Signatures = await SignatureCheck.OfAsync(await files.ReadAsync(Decision.FileHash, cancel), keys, cancel) ?? [];
            Verdict = CheckVerdict.Issued;
        }
        catch (DamagedFileException)
        {
            Verdict = CheckVerdict.Damaged;
        }
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? document, CancellationToken cancel)
    {
        if (document is null || document.Length is 0 or > UploadLimits.DefaultMaxBytes)
        {
            ModelState.AddModelError(
                "document",
                Word(
                    document is null ? "File.None"
                    : document.Length == 0 ? "File.UploadEmpty"
                    : "File.UploadTooLarge"
                )
            );
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        using var copy = new MemoryStream((int)document.Length);
        await document.CopyToAsync(copy, cancel);
        var pdf = copy.ToArray();
        Decision = await decisions.ByFileAsync(HashOf(pdf), cancel);
        Verdict = Decision is null ? CheckVerdict.OtherFile : CheckVerdict.SameFile;
        if (await SignatureCheck.OfAsync(pdf, keys, cancel) is { } signatures)
            Signatures = signatures;
        else
            ModelState.AddModelError("document", Word("File.TooComplex"));
        if (Verdict == CheckVerdict.OtherFile && Signatures.Count == 0 && ModelState.IsValid)
            Unread = await WhyUnreadAsync(copy, cancel);
        return Page();
    }

    public string Say(DateTimeOffset? moment) => moment is { } at ? VietnameseDate.Print(OfficeClock.ToLocal(Instant.FromDateTimeOffset(at))) : "";

    /// <summary>What the reader of papers finds wrong with the file, where that says something of one that was to be compared.</summary>
    private static async Task<string?> WhyUnreadAsync(MemoryStream file, CancellationToken cancel)
    {
        file.Position = 0;
        var (_, insides) = await ContentCheck.InspectAsync(file, "tep.pdf", new UploadLimits { Kinds = [FileKind.Pdf] }, cancel);
        return
            insides.Refusal?.Code
                is nameof(RefusalCode.UploadPassword)
                    or nameof(RefusalCode.UploadCutOff)
                    or nameof(RefusalCode.UploadNoPage)
                    or nameof(RefusalCode.UploadDamaged)
                    or nameof(RefusalCode.UploadKindNotAllowed)
            ? "File." + insides.Refusal.Code
            : null;
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private string Word(string key) =>
        localizers.Create("HaiDuong.Licensing.OneStop.Features.Verification.Check", typeof(CheckModel).Assembly.GetName().Name!)[key];
}
