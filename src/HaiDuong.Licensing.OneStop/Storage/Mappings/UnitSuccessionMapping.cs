using HaiDuong.Licensing.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Announced successions of units: rows are only ever added (the database refuses anything else).</summary>
public sealed class UnitSuccessionMapping : IEntityTypeConfiguration<UnitSuccession>
{
    public void Configure(EntityTypeBuilder<UnitSuccession> builder)
    {
        builder.ToTable("unit_successions");
        builder.Property(one => one.Id).ValueGeneratedOnAdd();
        builder.Property(one => one.Unit);
        builder.Property(one => one.Successor);
        builder.Property(one => one.From);
        builder.Property(one => one.Source);
        builder.Property(one => one.PublishedAt);
        builder.Property(one => one.PublishedById);
        builder.Property(one => one.PublishedBy);
    }
}
