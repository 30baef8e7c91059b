using DynamoGen.Transactions;
using DynamoGen.Uniqueness;

namespace DynamoGen.Tests.Uniqueness;

[Table("club", TimeToLive = "ExpiresAt")]
public sealed partial class Club;

[Entity<Club>]
[Key("MEMBER#{Id}", "MEMBER")]
[Unique("EMAIL#{Email}")]
[Unique("NICK#{Nick}")]
public sealed partial record Member(int Id, string Email)
{
    public string? Nick { get; init; }

    public string? Note { get; init; }

    [OptimisticLock]
    public long Revision { get; init; }
}

[Entity<Club>]
[Key("GUEST#{Id}", "GUEST")]
[Unique("PHONE#{Phone}")]
public sealed partial record Guest(int Id, string Phone)
{
    public string? Note { get; init; }

    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>Has unique values that may be missing, one as NULL, and no lock.</summary>
[Entity<Club>]
[Key("BADGE#{Id}", "BADGE")]
[Unique("NUMBER#{Number}")]
[Unique("COLOUR#{Colour}")]
public sealed partial record Badge(int Id)
{
    public int? Number { get; init; }

    public string? Colour { get; init; } = "grey";
}

/// <summary>Has a unique value of two parts.</summary>
[Entity<Club>]
[Key("OWNER#{Id}", "LOCKER")]
[Unique("LOCKER#{Floor}#{Number}")]
public sealed partial record Locker(int Id, int Floor, int Number);

[Repository<Locker>]
public partial interface ILockers
{
    ValueTask Create(Locker locker);

    [Update("SET Number = {number}")]
    ValueTask<bool> UpdateNumber(int id, int floor, int number, int numberBefore);

    [Update("SET Floor = {floor}")]
    ValueTask UpdateFloor(int id, int floor, int floorBefore, int number);
}

[Repository<Badge>]
public partial interface IBadges
{
    ValueTask Create(Badge badge);

    ValueTask Replace(Badge badge, Badge before);

    ValueTask<bool> Delete(Badge badge);
}

[Repository<Member>]
public partial interface IMembers
{
    [ConsistentRead]
    ValueTask<Member?> Get(int id);

    ValueTask<Member> Create(Member member);

    ValueTask<bool> CreateIfFree(Member member);

    ValueTask<Member> Replace(Member member, Member before);

    ValueTask Delete(Member member);

    WriteAction CreateAction(Member member);

    WriteAction ReplaceAction(Member member, Member before);

    [Update("SET Email = {email}")]
    ValueTask<bool> UpdateEmail(int id, string email, string emailBefore);

    [Update("SET Nick = {nick}")]
    [Condition("attribute_not_exists(Nick)")]
    ValueTask UpdateFirstNick(int id, string nick);

    [Update("REMOVE Nick")]
    ValueTask UpdateNoNick(int id, string nickBefore);

    [AllowScan("Repairs what other programs wrote.")]
    ValueTask<UniqueRepair> RepairUnique(int segments = 1);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<Member> All();
}

[Repository<Guest>]
public partial interface IGuests
{
    ValueTask Create(Guest guest);

    ValueTask Replace(Guest guest, Guest before);

    ValueTask<bool> Delete(Guest guest);

    [AllowScan("Repairs what other programs wrote.")]
    ValueTask<UniqueRepair> RepairUnique();
}
