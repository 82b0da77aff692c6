using HaiDuong.Licensing.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>The history: rows are only ever added (the database refuses anything else).</summary>
public sealed class HistoryLineMapping : IEntityTypeConfiguration<HistoryLine>
{
    public void Configure(EntityTypeBuilder<HistoryLine> builder)
    {
        builder.ToTable("history");
        builder.Property(line => line.Id).ValueGeneratedOnAdd();
        builder.Property(line => line.Act).HasConversion<string>();
        builder.Property(line => line.ActorRole).HasConversion<string>();
        builder.Property(line => line.At);
        builder.Property(line => line.ActorId);
        builder.Property(line => line.ActorName);
        builder.Property(line => line.ActorUnit);
        builder.Property(line => line.OnBehalfOf);
        builder.Property(line => line.StepId);
        builder.Property(line => line.StepTitle);
        builder.Property(line => line.StepSince);
        builder.Property(line => line.StepDueAt);
        builder.Property(line => line.StepClass);
        builder.Property(line => line.From).HasColumnName("from_status");
        builder.Property(line => line.To).HasColumnName("to_status");
        builder.Property(line => line.StatutoryDue);
        builder.Property(line => line.LateFrom);
        builder.Property(line => line.Note);
        builder.HasIndex(line => new { line.DossierId, line.Id });
    }
}
