using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Accounts, the roles they hold and what was done to them.</summary>
public sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<RoleAssignment>, IEntityTypeConfiguration<AccessChange>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.ApplicantKind).HasConversion<string>();
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

    public void Configure(EntityTypeBuilder<AccessChange> builder)
    {
        builder.ToTable("access_changes");
        builder.Property(change => change.What).HasConversion<string>();
        builder.Property(change => change.Role).HasConversion<string>();
        builder.HasIndex(change => change.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(change => change.AccountId).OnDelete(DeleteBehavior.NoAction);
    }
}
