using HaiDuong.Licensing.Domain.PastRecords;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Old records: a file as it was read with what became of it, its lines, and the old dossiers that entered.</summary>
public sealed class PastRecordMapping : IEntityTypeConfiguration<PastImport>, IEntityTypeConfiguration<PastImportRow>, IEntityTypeConfiguration<PastDossier>
{
    public void Configure(EntityTypeBuilder<PastImport> builder)
    {
        builder.ToTable("past_imports");
        builder.HasKey(import => import.Id);
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.Kind).HasConversion<string>();
        builder.Property(import => import.UnknownHeaders).IsJson();
        builder.Property(import => import.Totals).IsJson();
        builder.Property(import => import.Repairs).IsJson();
        builder.Property(import => import.Pairs).IsJson();
        builder.Property(import => import.Revision).IsConcurrencyToken();
        builder.Ignore(import => import.State);
    }

    public void Configure(EntityTypeBuilder<PastImportRow> builder)
    {
        builder.ToTable("past_import_rows");
        builder.HasKey(row => new { row.ImportId, row.Line });
        builder.Property(row => row.Record).HasColumnType("jsonb");
        builder.Property(row => row.Cells).IsJson();
        builder.Property(row => row.Codes).IsJson();
        builder.Property(row => row.Reasons).IsJson();
        builder.Property(row => row.Repairs).IsJson();
        builder.HasOne<PastImport>().WithMany().HasForeignKey(row => row.ImportId);
    }

    public void Configure(EntityTypeBuilder<PastDossier> builder)
    {
        builder.ToTable("past_dossiers");
        builder.HasKey(dossier => dossier.Id);
        builder.Property(dossier => dossier.Id).ValueGeneratedNever();
        builder.Property(dossier => dossier.CodeKey).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(dossier => dossier.Applicant).IsJson();
        builder.HasOne<PastImport>().WithMany().HasForeignKey(dossier => dossier.ImportId);
    }
}
