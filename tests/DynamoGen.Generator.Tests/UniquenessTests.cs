using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

public sealed class UniquenessTests
{
    [Theory]
    [InlineData("Shop.Guest")]
    [InlineData("Shop.IAccounts")]
    [InlineData("Shop.IGuests")]
    [InlineData("Shop.IMembers")]
    public void Generated_code_is_as_committed(string name)
    {
        var run = Design.Compiles(GeneratorRun.Of(Accounts.Entity + Accounts.Repository));

        Snapshot.Matches(run.Generated[name + ".g.cs"], name);
    }

    [Theory]
    [InlineData("Account", "ValueTask Put(Account account);", "does not know which unique values")]
    [InlineData("Account", "ValueTask Upsert(Account account);", "does not know which unique values")]
    [InlineData("Account", "ValueTask Replace(Account account);", "take 'Account before' too")]
    [InlineData("Account", "ValueTask Delete(Region region, int id);", "take the Account")]
    [InlineData("Account", "ValueTask<Account?> Delete(Account account);", "which returns nothing")]
    [InlineData("Account", "ValueTask<Account?> Replace(Account account, Account before);", "which returns nothing")]
    [InlineData("Account", "ValueTask PutMany(IEnumerable<Account> accounts);", "a batch writes no markers")]
    [InlineData("Account", "ValueTask DeleteMany(IEnumerable<Account.PrimaryKey> keys);", "a batch writes no markers")]
    [InlineData("Account", "ValueTask<UniqueRepair> RepairUnique();", "[AllowScan(\"why\")]")]
    [InlineData("Account", "[AllowScan(\"x\")] ValueTask<UniqueRepair> RepairUnique(string region);", "takes 'int segments'")]
    public void A_write_that_does_not_know_the_stored_values_is_refused(string entity, string method, string reason) =>
        Assert.Contains(reason, Refused(DeclarationRule.PatternShape, entity, method).Arguments[1], StringComparison.Ordinal);

    [Theory]
    [InlineData("Account", "[Update(\"SET Email = {email}\")] ValueTask Update(Region region, int id, string email);", "take a parameter 'emailBefore'")]
    [InlineData("Account", "[Update(\"SET Email = {email}\")] ValueTask Update(Region region, int id, string email, string? emailBefore);",
        "needs 'emailBefore' as string")]
    [InlineData("Account", "[Update(\"SET Email = if_not_exists(Note, Email)\")] ValueTask Update(Region region, int id, string emailBefore);", "set it from a parameter")]
    [InlineData("Account",
        "[Update(\"SET Email = {email}\")] ValueTask<Account> Update(Region region, int id, string email, string emailBefore);", "returns no item")]
    [InlineData("Member", "[Update(\"SET Card = {card}\")] ValueTask Update(int id, string card);", "or demand attribute_not_exists(Card)")]
    [InlineData("Member", "[Update(\"SET Card = {card}\"), Condition(\"attribute_not_exists(Card) OR Id = 1\")] ValueTask Update(int id, string card);",
        "take a parameter 'cardBefore'")]
    [InlineData("Member", "[Update(\"SET Card = {card}\"), Condition(\"attribute_not_exists(Card) Or Id = 1\")] ValueTask Update(int id, string card);",
        "take a parameter 'cardBefore'")]
    [InlineData("Member", "[Update(\"SET Card = {card}\"), Condition(\"attribute_not_exists(Card)\\nOR Id = 1\")] ValueTask Update(int id, string card);",
        "take a parameter 'cardBefore'")]
    [InlineData("Member", "[Update(\"SET Card = {card}\"), Condition(\"NOT attribute_not_exists(Card)\")] ValueTask Update(int id, string card);",
        "take a parameter 'cardBefore'")]
    [InlineData("Member",
        "[Update(\"SET Card = {card}\"), Condition(\"Id = 1 AND (attribute_not_exists(Card) OR Id = 2)\")] ValueTask Update(int id, string card);",
        "take a parameter 'cardBefore'")]
    [InlineData("Guest", "[Update(\"SET Phone = {phone}\")] ValueTask Update(int id, string phone, string phoneBefore);", "Replace it")]
    [InlineData("Guest", "[Update(\"SET ExpiresAt = {at}\")] ValueTask Update(int id, DateTimeOffset at);", "Replace it")]
    public void An_update_that_does_not_know_the_values_is_refused(string entity, string method, string reason) =>
        Assert.Contains(reason, Refused(DeclarationRule.Expression, entity, method).Arguments[1], StringComparison.Ordinal);

    [Theory]
    [InlineData("attribute_not_exists(Card)")]
    [InlineData("Id = 1 AND (attribute_not_exists(Card))")]
    [InlineData("(Id = 1 and\\nattribute_not_exists( Card )) AND Id < 9")]
    public void A_condition_of_which_all_parts_must_hold_proves_that_a_value_is_missing(string condition) => Design.Compiles(GeneratorRun.Of(
        Accounts.Entity
            + $"[Repository<Member>] public partial interface IMembers {{ [Update(\"SET Card = {{card}}\"), Condition(\"{condition}\")] ValueTask Update(int id, string card); }}"));

    [Theory]
    [InlineData("[Unique(\"CARD#{Card}\")] [Unique(\"SEAT#{Seat}\")]")]
    [InlineData("[Unique(\"CARD#{Card}\")] [Unique(\"CARDSEAT#{Card}#{Seat}\")]")]
    public void Values_that_may_be_null_stand_in_several_templates(string attributes) => Design.Compiles(GeneratorRun.Of($$"""
        namespace Shop;
        [Table("t")] public sealed partial class T;
        [Entity<T>, Key("M#{Id}", "M")] {{attributes}} public sealed partial record M(int Id) { public string? Card { get; init; } public int? Seat { get; init; } }
        [Repository<M>] public partial interface IMs
        {
            ValueTask Create(M m);
            ValueTask Replace(M m, M before);
            ValueTask Delete(M m);
        }
        """));

    [Theory]
    [InlineData("[Unique(\"EMAIL\")]", "holds no value")]
    [InlineData("[Unique(\"EMAIL#{Missing}\")]", "no readable property")]
    [InlineData("[Unique(\"ID#{Id}\")]", "unique as it is")]
    [InlineData("[Unique(\"AT#{At}\")]", "which each write sets")]
    [InlineData("[Unique(\"UPPER#{Upper}\")]", "which is not stored")]
    [InlineData("[Unique(\"EMAIL#{Email\")]", "")]
    public void A_template_of_no_unique_value_is_refused(string attribute, string reason)
    {
        var run = GeneratorRun.Of($$"""
            [Table("t")] public sealed partial class T;
            [Entity<T>] [Key("A#{Id}", "B")] {{attribute}}
            public sealed partial record Thing(int Id, string Email) { [UpdatedAt] public DateTimeOffset At { get; init; } [Ignore] public string Upper => Email; }
            """);
        var problem = Assert.Single(Design.Problems(run));

        Assert.Equal(DeclarationRule.KeyTemplate, problem.Rule);
        Assert.Contains(reason, problem.Arguments[2], StringComparison.Ordinal);
    }

    private static DeclarationProblem Refused(DeclarationRule rule, string entity, string method)
    {
        var run = GeneratorRun.Of(Accounts.Entity + $"[Repository<{entity}>] public partial interface IThings {{ {method} }}");
        var problem = Assert.Single(Design.Problems(run));
        Assert.Equal(rule, problem.Rule);
        Assert.Empty(Design.Unexpected(run));
        return problem;
    }
}
