namespace DynamoGen.Generator.Tests.Sources;

/// <summary>Entities of which some values are each one item's alone.</summary>
internal static class Accounts
{
    public const string Entity = """
        using DynamoGen.Transactions;
        using DynamoGen.Uniqueness;

        namespace Shop;

        [Table("accounts", TimeToLive = "expires")]
        public sealed partial class AccountTable;

        public enum Region { Europe, Asia }

        [Entity<AccountTable>]
        [Key("ACCOUNT#{Region}#{Id}", "ACCOUNT")]
        [Unique("EMAIL#{Email}")]
        [Unique("NAME#{Region}#{Name}")]
        public sealed partial record Account(Region Region, int Id, string Email)
        {
            public required string Name { get; init; }
            public string? Note { get; init; }
        }

        [Entity<AccountTable>]
        [Key("GUEST#{Id}", "GUEST")]
        [Unique("PHONE#{Phone}")]
        public sealed partial record Guest(int Id)
        {
            public string? Phone { get; init; }
            public int Visits { get; init; }
            [OptimisticLock] public long Revision { get; init; }
            [AttributeName("expires"), TimeToLive] public DateTimeOffset? ExpiresAt { get; init; }
        }

        [Entity<AccountTable>]
        [Key("MEMBER#{Id}", "MEMBER")]
        [Unique("CARD#{Card}")]
        public sealed partial record Member(int Id)
        {
            public string? Card { get; init; }
        }


        """;

    public const string Repository = """
        [Repository<Account>]
        public partial interface IAccounts
        {
            ValueTask<Account?> Get(Region region, int id);
            ValueTask Create(Account account);
            ValueTask<bool> CreateIfUnique(Account account, CancellationToken cancellationToken);
            ValueTask Replace(Account account, Account before);
            Task<Account> ReplaceNote(Account account, Account before);
            WriteAction ReplaceAction(Account account, Account before);
            ValueTask Delete(Account account);
            [Update("SET Note = {note}")] ValueTask<Account> UpdateNote(Region region, int id, string note);
            [Update("SET Email = {email}")] ValueTask UpdateEmail(Region region, int id, string email, string emailBefore);
            [Update("SET Name = {name}, Email = {email}")] WriteAction UpdateAction(Region region, int id, string name, string nameBefore, string email, string emailBefore);
            [AllowScan("repair")] ValueTask<UniqueRepair> RepairUnique(int segments);
        }

        [Repository<Guest>]
        public partial interface IGuests
        {
            ValueTask<Guest> Create(Guest guest);
            ValueTask<Guest> Replace(Guest guest, Guest before);
            ValueTask<bool> Delete(Guest guest);
            [Update("ADD Visits {visits}")] ValueTask<Guest> UpdateVisits(int id, int visits);
        }

        [Repository<Member>]
        public partial interface IMembers
        {
            ValueTask Create(Member member);
            [Update("SET Card = {card}"), Condition("attribute_not_exists(Card)")] ValueTask UpdateFirstCard(int id, string card);
            [Update("SET Card = {card}")] ValueTask<bool> UpdateCard(int id, string card, string cardBefore);
            [Update("REMOVE Card")] ValueTask UpdateNoCard(int id, string cardBefore);
        }
        """;
}
