using HaiDuong.Licensing.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Due dates that wait for the head's decision, and those decided.</summary>
public sealed class DueDateChangeMapping : IEntityTypeConfiguration<DueDateChange>
{
    public void Configure(EntityTypeBuilder<DueDateChange> builder)
    {
        builder.ToTable("due_date_changes");
        builder.HasKey(change => new { change.DossierId, change.KnownAt });
        builder.HasOne<Dossier>().WithMany().HasForeignKey(change => change.DossierId);
        builder.Property(change => change.DivisionKey);
        builder.Property(change => change.OldStatutory);
        builder.Property(change => change.NewStatutory);
        builder.Property(change => change.OldPromised);
        builder.Property(change => change.NewPromised);
        builder.Property(change => change.Decision).HasConversion<string>();
        builder.Property(change => change.DecidedById);
        builder.Property(change => change.DecidedBy);
        builder.Property(change => change.DecidedAt);
        builder.Property(change => change.Reason);
    }
}
