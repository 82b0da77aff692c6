using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Verification;

/// <summary>What anybody may know of an issued result: no more than stands on the paper itself.</summary>
public sealed record IssuedDecision(
    string Number,
    LocalDate IssuedOn,
    string Title,
    string SignerName,
    string SignerTitle,
    string Agency,
    string VerificationCode,
    string FileHash
);

/// <summary>Finds an issued result by the code printed on it, or by the hash of its file.</summary>
public sealed class IssuedDecisionQuery(OfficeDbContext db, Rulebooks rulebooks)
{
    public async Task<IssuedDecision?> ByCodeAsync(string code, CancellationToken cancel) =>
        TypedCode.Read(code).Printed is { } printed
            ? await FirstAsync(db.Dossiers.FromSql($"SELECT * FROM dossiers WHERE decision ->> 'verificationCode' = {printed}"), cancel)
            : null;

    public Task<IssuedDecision?> ByFileAsync(string hash, CancellationToken cancel) =>
        FirstAsync(db.Dossiers.FromSql($"SELECT * FROM dossiers WHERE decision ->> 'issuedFile' = {hash}"), cancel);

    private async Task<IssuedDecision?> FirstAsync(IQueryable<Dossier> found, CancellationToken cancel)
    {
        var dossier = await found.AsNoTracking().FirstOrDefaultAsync(cancel);
        if (dossier?.Decision is not { Number: { } number, IssuedOn: { } day, IssuedFile: { } file } decision)
            return null;
        return new IssuedDecision(
            number,
            day,
            decision.ShownTitle(rulebooks.Shown(rulebooks.For(dossier)).Procedure),
            decision.SignerName,
            decision.SignerTitle,
            dossier.OfficeOfDecision(rulebooks.Catalogue.Organisation)!.Name,
            decision.VerificationCode,
            file
        );
    }
}
