using HaiDuong.Licensing.Domain.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>One row a place; of those with one key one stands.</summary>
public sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places");
        builder.HasKey(place => place.Id);
        builder.Property(place => place.Id).ValueGeneratedNever();
        builder.Property(place => place.Kind).HasConversion<string>();
        builder.Property(place => place.Key).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(place => place.Latitude).HasColumnType("numeric(9,6)");
        builder.Property(place => place.Longitude).HasColumnType("numeric(9,6)");
        builder.Ignore(place => place.Position);
    }
}

/// <summary>A register as it was read, with what became of it.</summary>
public sealed class PlaceImportMapping : IEntityTypeConfiguration<PlaceImport>
{
    public void Configure(EntityTypeBuilder<PlaceImport> builder)
    {
        builder.ToTable("place_imports");
        builder.HasKey(import => import.Id);
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.Kind).HasConversion<string>();
        builder.Property(import => import.Accepted).IsJson();
        builder.Property(import => import.Rejected).IsJson();
        builder.Property(import => import.Totals).IsJson();
        builder.Property(import => import.Revision).IsConcurrencyToken();
        builder.Ignore(import => import.Stands);
    }
}
