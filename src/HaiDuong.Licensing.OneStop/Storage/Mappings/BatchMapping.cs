using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Batches go with the account that made them, their items with the batch.</summary>
public sealed class BatchMapping : IEntityTypeConfiguration<Batch>, IEntityTypeConfiguration<BatchItem>
{
    public void Configure(EntityTypeBuilder<Batch> builder)
    {
        builder.ToTable("batches");
        builder.Property(batch => batch.Id).ValueGeneratedNever();
        builder.Property(batch => batch.Kind).HasConversion<string>();
        builder.Ignore(batch => batch.IsRunning);
        builder.HasOne<Account>().WithMany().HasForeignKey(batch => batch.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(batch => batch.Items).WithOne().HasForeignKey(item => item.BatchId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<BatchItem> builder)
    {
        builder.ToTable("batch_items");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.HasOne<Dossier>().WithMany().HasForeignKey(item => item.DossierId).OnDelete(DeleteBehavior.Cascade);
    }
}
