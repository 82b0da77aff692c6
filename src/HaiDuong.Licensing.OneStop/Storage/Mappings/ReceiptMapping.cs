using HaiDuong.Licensing.Domain.Fees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Receipt series, the lines of money that the database writes from the dossiers, and the days that were closed.</summary>
public sealed class ReceiptMapping : IEntityTypeConfiguration<ReceiptSeries>, IEntityTypeConfiguration<FeeEntry>, IEntityTypeConfiguration<CashClosing>
{
    public void Configure(EntityTypeBuilder<ReceiptSeries> builder)
    {
        builder.ToTable("receipt_series");
        builder.Property(series => series.Id).ValueGeneratedNever();
        builder.Ignore(series => series.IsStopped);
    }

    public void Configure(EntityTypeBuilder<FeeEntry> builder)
    {
        builder.ToTable("fee_entries");
        builder.HasKey(entry => new
        {
            entry.DossierId,
            entry.Kind,
            entry.Position,
        });
        builder.Property(entry => entry.Kind).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<CashClosing> builder)
    {
        builder.ToTable("cash_closings");
        builder.Property(closing => closing.Id).ValueGeneratedNever();
        builder.Ignore(closing => closing.IsOpenAgain);
        builder.Ignore(closing => closing.Difference);
    }
}
