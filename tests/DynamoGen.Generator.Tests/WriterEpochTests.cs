using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Writes go where their table says, carry the epoch of their process, and are refused by an item of a newer one.</summary>
public sealed class WriterEpochTests
{
    private const string Usings = """
        using DynamoGen.Transactions;

        namespace Shop;

        """;

    private const string Ledger = Usings + """
        [Table("ledger", Stream = StreamView.NewAndOldImages, TimeToLive = "Expires")]
        [Replica("us-east-1")]
        [Replica("eu-west-1")]
        [OneRegion("us-east-1")]
        public sealed partial class LedgerTable;

        [Entity<LedgerTable>]
        [Key("ACCOUNT#{Id}", "ACCOUNT")]
        public sealed partial record Account(int Id, decimal Balance)
        {
            [WriterEpoch] public long Epoch { get; init; }
        }

        [Repository<Account>]
        public partial interface IAccounts
        {
            ValueTask<Account?> Get(int id);
            ValueTask<Account> Put(Account account);
            ValueTask Create(Account account);
            ValueTask<bool> Replace(Account account);
            ValueTask<Account?> PutReplaced(Account account);
            WriteAction PutAction(Account account);
            WriteAction Check(int id);
            [Update("SET Balance = {balance}")] ValueTask UpdateBalance(int id, decimal balance);
            [Update("SET Balance = {balance}")] WriteAction UpdateBalanceAction(int id, decimal balance);
            [Update("SET Balance = {balance}")] ValueTask<Account> UpsertBalance(int id, decimal balance);
            ValueTask Delete(int id);
            ValueTask<bool> Delete(Account account);
        }

        [Entity<LedgerTable>]
        [Key("NOTE#{Id}", "NOTE")]
        public sealed partial record Note(int Id, string Text)
        {
            [OptimisticLock] public long Version { get; init; }
            [TimeToLive] public DateTimeOffset? Expires { get; init; }
            [WriterEpoch] public long Epoch { get; init; }
        }

        [Repository<Note>]
        public partial interface INotes
        {
            ValueTask<Note> Put(Note note);
            ValueTask Create(Note note);
            [Update("SET Text = {text}")] ValueTask<WriteOutcome> UpsertText(int id, string text);
        }
        """;

    private const string Parcels = Usings + """
        [Table("parcels", SortKey = null)]
        [Replica("us-east-1")]
        [Replica("eu-west-1")]
        [HomeRegion(nameof(Parcel.Home))]
        public sealed partial class ParcelTable;

        [Entity<ParcelTable>]
        [Key("{Home}#{Id}")]
        public sealed partial record Parcel(string Home, int Id)
        {
            [UpdatedRegion] public string? UpdatedIn { get; init; }
            public string? Address { get; init; }
        }

        [Repository<Parcel>]
        public partial interface IParcels
        {
            ValueTask<Parcel?> Get(string home, int id);
            ValueTask<Parcel> Put(Parcel parcel);
            ValueTask PutMany(IEnumerable<Parcel> parcels);
            ValueTask DeleteMany(IEnumerable<Parcel.PrimaryKey> keys);
            WriteAction PutAction(Parcel parcel);
            [Update("SET Address = {address}")] ValueTask Move(string home, int id, string address);
            ValueTask Delete(string home, int id);
        }
        """;

    [Theory]
    [InlineData("Shop.IAccounts")]
    [InlineData("Shop.INotes")]
    public void A_ledger_is_as_committed(string name) =>
        Snapshot.Matches(GeneratorRun.Of(Ledger).Generated[name + ".g.cs"], "WriterEpochs." + name);

    [Fact]
    public void Writes_in_a_home_region_are_as_committed() =>
        Snapshot.Matches(GeneratorRun.Of(Parcels).Generated["Shop.IParcels.g.cs"], "HomeRegions.Shop.IParcels");

    [Fact]
    public void Generated_code_compiles()
    {
        Design.Compiles(GeneratorRun.Of(Ledger));
        Design.Compiles(GeneratorRun.Of(Parcels));
    }

    [Theory]
    [InlineData("LedgerTable", "[WriterEpoch] public int Epoch { get; init; }", "it must be a long")]
    [InlineData("LedgerTable", "[WriterEpoch] public long? Epoch { get; init; }", "it must be a long")]
    [InlineData("LedgerTable", "[WriterEpoch] public long Term { get; init; }", "add [AttributeName(\"Epoch\")]")]
    [InlineData("PlainTable", "[WriterEpoch] public long Epoch { get; init; }", "'PlainTable' is not marked with [OneRegion]")]
    [InlineData(
        "LedgerTable",
        "[WriterEpoch] public long Epoch { get; init; } [WriterEpoch] public long Other { get; init; }",
        "only one property of an entity can be")]
    public void What_can_hold_no_epoch_is_refused(string table, string property, string reason)
    {
        var problem = Refused($$"""
            [Table("plain")] public sealed partial class PlainTable;
            [Entity<{{table}}>] [Key("ENTRY#{Id}", "ENTRY")] public sealed partial record Entry(int Id) { {{property}} }
            """);

        Assert.Equal(DeclarationRule.StorageForm, problem.Rule);
        Assert.Contains(reason, problem.Arguments[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_is_refused() => Assert.Contains(
        "'Entry' must be a record",
        Refused("""
            [Entity<LedgerTable>] [Key("ENTRY#{Id}", "ENTRY")]
            public sealed partial class Entry { public int Id { get; set; } [WriterEpoch] public long Epoch { get; set; } }
            """).Arguments[2],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("ValueTask PutMany(IEnumerable<Account> accounts);")]
    [InlineData("ValueTask DeleteMany(IEnumerable<Account.PrimaryKey> keys);")]
    [InlineData("DynamoGen.Batches.BatchWrite PutEntry(Account account);")]
    [InlineData("DynamoGen.Batches.BatchWrite DeleteEntry(int id);")]
    public void A_batch_which_has_no_conditions_is_refused(string method) => Assert.Contains(
        "a batch has no conditions, so that it would undo what 'Epoch' guards",
        Refused($"[Repository<Account>] public partial interface IOthers {{ {method} }}").Arguments[1],
        StringComparison.Ordinal);

    [Fact]
    public void An_update_of_it_is_refused() => Assert.Contains(
        "updates 'Epoch', which each write keeps by itself",
        Refused("""
            [Repository<Account>] public partial interface IOthers { [Update("SET Epoch = {epoch}")] ValueTask Update(int id, long epoch); }
            """).Arguments[1],
        StringComparison.Ordinal);

    private static DeclarationProblem Refused(string source) => Assert.Single(Design.Problems(GeneratorRun.Of(Ledger + "\n" + source)));
}
