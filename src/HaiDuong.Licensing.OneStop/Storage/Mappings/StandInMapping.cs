using HaiDuong.Licensing.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Facts about absence and authority: rows are only ever added (the database refuses anything else).</summary>
public sealed class StandInMapping : IEntityTypeConfiguration<StandIn>
{
    public void Configure(EntityTypeBuilder<StandIn> builder)
    {
        builder.ToTable("stand_ins");
        builder.Property(fact => fact.Id).ValueGeneratedOnAdd();
        builder.Property(fact => fact.PersonId);
        builder.Property(fact => fact.PersonName);
        builder.Property(fact => fact.IsAway);
        builder.Property(fact => fact.SubstituteId);
        builder.Property(fact => fact.SubstituteName);
        builder.Property(fact => fact.Role).HasConversion<string>();
        builder.Property(fact => fact.ValidFrom);
        builder.Property(fact => fact.ValidTo);
        builder.Property(fact => fact.Form).HasConversion<string>();
        builder.Property(fact => fact.Position);
        builder.Property(fact => fact.Procedures);
        builder.Property(fact => fact.DocumentNumber);
        builder.Property(fact => fact.DocumentDate);
        builder.Property(fact => fact.Note);
        builder.Property(fact => fact.Replaces);
        builder.Property(fact => fact.IsWithdrawn);
        builder.Property(fact => fact.RecordedAt);
        builder.Property(fact => fact.RecordedById);
        builder.Property(fact => fact.RecordedBy);
    }
}
