using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>The number books: rows are added, and cancelled once (the database refuses anything else).</summary>
public sealed class NumberedDocumentMapping : IEntityTypeConfiguration<NumberedDocument>
{
    public void Configure(EntityTypeBuilder<NumberedDocument> builder)
    {
        builder.ToTable("numbered_documents");
        builder.HasKey(line => new
        {
            line.Office,
            line.Book,
            line.Year,
            line.Serial,
        });
        builder.HasOne<Dossier>().WithMany().HasForeignKey(line => line.DossierId).OnDelete(DeleteBehavior.NoAction);
        builder.Property(line => line.Number);
        builder.Property(line => line.IssuedOn);
        builder.Property(line => line.Addressee);
        builder.Property(line => line.Summary);
        builder.Property(line => line.Signer);
        builder.Property(line => line.File);
        builder.Property(line => line.At);
        builder.Property(line => line.NumberedBy);
        builder.Property(line => line.CancelledAt);
        builder.Property(line => line.CancelledBy);
        builder.Property(line => line.CancelReason);
        builder.Ignore(line => line.IsCancelled);
    }
}
