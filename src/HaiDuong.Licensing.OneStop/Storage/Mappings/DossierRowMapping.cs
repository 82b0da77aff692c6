using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Read only: the database writes the rows from its view.</summary>
public sealed class DossierRowMapping : IEntityTypeConfiguration<DossierRow>
{
    public void Configure(EntityTypeBuilder<DossierRow> builder)
    {
        builder.ToTable("dossier_rows");
        builder.HasKey(row => row.DossierId);
        builder.Property(row => row.DossierId).ValueGeneratedNever();
        builder.Property(row => row.DueAt).HasColumnName("due");
        builder.Property(row => row.WarnAt).IsJson();
        builder.Property(row => row.StepRole).HasConversion<string>();
        builder.Property(row => row.Decision).HasConversion<string>();
        builder.Property(row => row.PapersWait).HasConversion<string>();
        builder.Ignore(row => row.Due);
        builder.Ignore(row => row.StepDueState);
    }
}
