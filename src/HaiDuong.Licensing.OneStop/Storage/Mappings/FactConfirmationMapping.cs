using HaiDuong.Licensing.Domain.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Confirmations of legal facts: rows are only ever added (the database refuses anything else).</summary>
public sealed class FactConfirmationMapping : IEntityTypeConfiguration<FactConfirmation>
{
    public void Configure(EntityTypeBuilder<FactConfirmation> builder)
    {
        builder.ToTable("fact_confirmations");
        builder.HasKey(line => new
        {
            line.FileKey,
            line.Path,
            line.Ordinal,
        });
        builder.Property(line => line.Mark).HasConversion<string>();
        builder.Property(line => line.Statement);
        builder.Property(line => line.DocumentKind);
        builder.Property(line => line.DocumentNumber);
        builder.Property(line => line.DocumentDate);
        builder.Property(line => line.Note);
        builder.Property(line => line.At);
        builder.Property(line => line.ById);
        builder.Property(line => line.By);
    }
}
