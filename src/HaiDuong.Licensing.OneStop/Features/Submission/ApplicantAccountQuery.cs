using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>What an applicant's account already knows of its holder, to be prefilled.</summary>
public sealed class ApplicantAccountQuery(OfficeDbContext db)
{
    public async Task<Applicant> PrefillAsync(Guid? accountId, ApplicantKind kind, CancellationToken cancel)
    {
        var account = accountId is null ? null : await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == accountId, cancel);
        if (account is null)
            return new Applicant(kind, "", "", "", null, null);
        return account.ApplicantKind == kind
            ? new Applicant(kind, account.DisplayName, account.IdentityNumber ?? "", account.Address ?? "", account.PhoneNumber, account.Email)
            : new Applicant(kind, "", "", "", account.PhoneNumber, account.Email);
    }
}
