using System.Security.Cryptography;
using System.Text.Json;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Filing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>
/// Checks and stores the scans and photos that a form brings, before its act. A refused form carries them on under a seal that names the person, so that they
/// need not be chosen again.
/// </summary>
public sealed class AttachmentFilter(SentAttachments sent, PaperUpload upload, CurrentActor current, IDataProtectionProvider protection) : IAsyncPageFilter
{
    /// <summary>The most that one form brings.</summary>
    private const int MostFiles = 20;

    private readonly IDataProtector seals = protection.CreateProtector("attachment");

    private sealed record Sealed(Guid? AccountId, AttachedFile File);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.HandlerInstance is ITakesAttachments && HttpMethods.IsPost(request.Method) && request.HasFormContentType)
            await BringAsync(request.Form, context.HttpContext.RequestAborted);
        await next();
    }

    private async Task BringAsync(IFormCollection form, CancellationToken cancel)
    {
        var (incoming, kept) = (form.Files.GetFiles(SentAttachments.FilesField), form[SentAttachments.KeptField]);
        var (files, refusals) = (new List<SentAttachment>(), new List<Refusal>());
        var account = incoming.Count + kept.Count > 0 ? (await current.GetAsync(cancel)).AccountId : null;
        foreach (var seal in kept.OfType<string>())
        {
            if (Open(seal) is { } before && before.AccountId == account)
                files.Add(new SentAttachment(before.File, seal));
            else
                refusals.Add(new Refusal(nameof(RefusalCode.AttachmentFileMissing), SentAttachments.FilesField));
        }

        if (incoming.Count + files.Count > MostFiles)
            refusals.Add(new Refusal(nameof(RefusalCode.PapersTooMany), SentAttachments.FilesField, MostFiles));
        else
            foreach (var file in incoming)
            {
                var (taken, refusal) = await upload.StoreAsync(new IncomingFile(file.FileName, file.OpenReadStream), cancel);
                if (taken is not null)
                    files.Add(new SentAttachment(taken, seals.Protect(JsonSerializer.Serialize(new Sealed(account, taken)))));
                else
                    refusals.Add(new Refusal(refusal!.Code, SentAttachments.FilesField, [.. refusal.Args]));
            }

        sent.Bring(form[SentAttachments.TitleField], form[SentAttachments.SourceField], files, refusals);
    }

    /// <summary>What a seal holds; null for what is none of this office.</summary>
    private Sealed? Open(string seal)
    {
        try
        {
            return JsonSerializer.Deserialize<Sealed>(seals.Unprotect(seal));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
