using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Routes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>One row a dossier: what lists sort and search by in columns, the rest as jsonb values; work, history and notices in tables of their own.</summary>
public sealed class DossierMapping : IEntityTypeConfiguration<Dossier>
{
    /// <summary>The applicant's name as it is searched: without marks, in lower case; computed by the database.</summary>
    public const string NameFold = nameof(NameFold);

    public const string ApplicantIdentity = nameof(ApplicantIdentity);

    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.ToTable("dossiers");
        builder.HasKey(dossier => dossier.Id);
        builder.Property(dossier => dossier.Id).ValueGeneratedNever();
        builder.HasIndex(dossier => dossier.Reference).IsUnique();
        builder.HasIndex(dossier => dossier.Code).IsUnique();
        builder.Property(dossier => dossier.Revision).IsConcurrencyToken();
        MapContents(builder);
        builder.Property<string>(NameFold).ValueGeneratedOnAddOrUpdate();
        builder.Property<string>(ApplicantIdentity).ValueGeneratedOnAddOrUpdate();
        builder.HasMany(dossier => dossier.Work).WithOne().HasForeignKey(item => item.DossierId);
        builder.HasMany(dossier => dossier.History).WithOne().HasForeignKey(line => line.DossierId);
        builder.HasMany(dossier => dossier.Notices).WithOne().HasForeignKey(notice => notice.DossierId);
        builder.Ignore(dossier => dossier.UnansweredSupplement);
        builder.Ignore(dossier => dossier.FeesDue);
        builder.Ignore(dossier => dossier.Due);
        builder.Ignore(dossier => dossier.Incidents);
        builder.Ignore(dossier => dossier.IsAccepted);
        builder.Ignore(dossier => dossier.LeaderStandsIn);
    }

    private static void MapContents(EntityTypeBuilder<Dossier> builder)
    {
        builder.Property(dossier => dossier.Applicant).IsJson();
        builder.Property(dossier => dossier.Submitter).IsJson();
        builder.Property(dossier => dossier.Form).IsJson(form => form.ToJson(), json => FormData.FromJson(json));
        builder.Property(dossier => dossier.Inspection).IsJson(form => form!.ToJson(), json => FormData.FromJson(json));
        builder.Property(dossier => dossier.RouteState).IsJson(state => state!.ToJson(), json => RouteState.FromJson(json));
        builder.Property(dossier => dossier.Papers).IsJson();
        builder.Property(dossier => dossier.Fees).IsJson();
        builder.Property(dossier => dossier.Payments).IsJson();
        builder.Property(dossier => dossier.Refunds).IsJson();
        builder.Property(dossier => dossier.Supplements).IsJson();
        builder.Property(dossier => dossier.Opinions).IsJson();
        builder.Property(dossier => dossier.Checks).IsJson();
        builder.Property(dossier => dossier.Ledger).IsJson();
        builder.Property(dossier => dossier.WarnAt).IsJson();
        builder.Property(dossier => dossier.ResultDraft).IsJson();
        builder.Property(dossier => dossier.Decision).IsJson();
        builder.Property(dossier => dossier.FallenSignatures).IsJson();
        builder.Property(dossier => dossier.HandOver).IsJson();
        builder.Property(dossier => dossier.Slips).IsJson();
        builder.Property(dossier => dossier.Specialist).IsJson();
        builder.Property(dossier => dossier.Withdrawal).IsJson();
        builder.Property(dossier => dossier.Denounced).IsJson();
        builder.Property(dossier => dossier.Corrections).IsJson();
        builder.Property(dossier => dossier.Attachments).IsJson();
    }
}
