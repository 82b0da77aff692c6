using HaiDuong.Licensing.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.Web.Storage.Mappings;

/// <summary>Accounts and the roles they hold.</summary>
public sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(account => account.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("role_assignments");
        builder.Property(assignment => assignment.Id).ValueGeneratedNever();
        builder.Property(assignment => assignment.Role).HasConversion<string>();
        builder.HasIndex(assignment => assignment.AccountId);
        builder.HasIndex(assignment => new { assignment.Role, assignment.Unit });
        builder.HasOne<Account>().WithMany().HasForeignKey(assignment => assignment.AccountId);
    }
}
