using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Tests;

/// <summary>An entity that is written in an older form, and its repository in a project that references the entity's.</summary>
public sealed class DowncastLayerTests
{
    private const string Thing = """
        namespace Shop;

        public readonly record struct Money(decimal Amount);

        [Entity<ShopTable>(Version = 2, WriteAs = 1)] [Key("THING#{Id}", "THING")]
        public sealed partial record Thing(string Id)
        {
            public required Money Price { get; init; }
            public string? Remark { get; init; }
            [Upcast(1, nameof(Price), StoredAs = "Dollars")] private static Money PriceOf(decimal dollars) => new(dollars);
            [Upcast(1, nameof(Remark), StoredAs = "Note")] private static string? RemarkOf(string? note) => note;
            [Downcast(1, "Dollars")] private static decimal DollarsOf(Money price) => price.Amount;
        }
        """;

    private const string Update = "[Update(\"SET Price = {price}, Remark = {remark}\")] ValueTask Update(string id, Money price, string remark);";

    [Fact]
    public void An_update_calls_the_downcasters_of_the_other_project()
    {
        var layers = Layers.Of(Bookings.Source);

        var generated = Design.Compiles(layers.Access).Generated["Shop.IBookings.g.cs"];

        Assert.Contains("global::Shop.Booking.Marshaller.Downcasters.DollarsOf(", generated, StringComparison.Ordinal);
        Assert.Contains("public static int WriteAs => 1;", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_of_whole_items_writes_the_version_that_the_other_project_tells()
    {
        var generated = Design.Compiles(Layers.Of(Vouchers.Source).Access).Generated["Shop.IVouchers.g.cs"];

        Assert.Contains("public static int WriteAs => 1;", generated, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SET Price.Amount = {amount}", "[Update(\"SET Price.Amount = {amount}\")] ValueTask Touch(string id, decimal amount);")]
    [InlineData("SET Remark = {remark}", "[Upsert, Update(\"SET Remark = {remark}\")] ValueTask Touch(string id, string remark);")]
    [InlineData("Price.Amount > 1", "[Filter(\"Price.Amount > 1\")] IAsyncEnumerable<Thing> Touch(string id);")]
    public void What_has_another_form_is_refused_in_another_project_too(string expression, string method) =>
        Design.IsRefused(DeclarationRule.Expression, $"\"{expression}\"", Access(Model(Thing), method));

    [Theory]
    [InlineData("SET Amount = {amount}", "[Update(\"SET Amount = {amount}\")] ValueTask Touch(string id, Amount amount);")]
    [InlineData("attribute_exists(Amount)", "[Put, Condition(\"attribute_exists(Amount)\")] ValueTask<bool> Touch(Voucher voucher);")]
    public void What_a_whole_item_holds_otherwise_is_refused_in_another_project_too(string expression, string method) => Design.IsRefused(
        DeclarationRule.Expression,
        $"\"{expression}\"",
        GeneratorRun.With(Layers.Of(Vouchers.Source).Model, $"namespace Shop; [Repository<Voucher>] public partial interface IFurther {{ {method} }}"));

    [Fact]
    public void A_repository_is_written_again_once_its_entity_is_written_in_the_current_form()
    {
        var rolling = Model(Thing).Assembly();
        var newest = Model(Thing.Replace(", WriteAs = 1", "", StringComparison.Ordinal)).Assembly();
        var run = Access([rolling], Update);
        Assert.Contains("Downcasters.DollarsOf(", run.Generated["Shop.IThings.g.cs"], StringComparison.Ordinal);

        var after = Design.Compiles(run.After(compilation => compilation.ReplaceReference(rolling, newest))).Generated["Shop.IThings.g.cs"];

        Assert.DoesNotContain("Downcasters", after, StringComparison.Ordinal);
        Assert.DoesNotContain("WriteAs", after, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_is_not_written_again_where_a_downcaster_yields_something_else()
    {
        var before = Model(Thing).Assembly();
        var after = Model(Thing.Replace("=> price.Amount", "=> price.Amount + 1", StringComparison.Ordinal)).Assembly();

        var run = Access([before], Update).After(compilation => compilation.ReplaceReference(before, after));

        Assert.All(run.Outputs(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_update_whose_older_form_only_the_entitys_project_can_name_is_refused_elsewhere()
    {
        var hidden = Thing
            .Replace("decimal DollarsOf(Money price) => price.Amount", "OldMoney DollarsOf(Money price) => new(price.Amount)", StringComparison.Ordinal)
            .Replace("Money PriceOf(decimal dollars) => new(dollars)", "Money PriceOf(OldMoney dollars) => new(dollars.Sum)", StringComparison.Ordinal)
            + "internal readonly record struct OldMoney(decimal Sum, string Currency = \"USD\");";

        Design.Compiles(GeneratorRun.Of(Shop.Table, hidden, Repository(Update)));
        Design.IsRefused(DeclarationRule.Expression, "\"SET Price = {price}, Remark = {remark}\"", Access(Model(hidden), Update));
        Design.Compiles(GeneratorRun.With(Model("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Further\")]\n" + hidden), Repository(Update)));
    }

    private static GeneratorRun Model(string entity) => Design.Compiles(GeneratorRun.Of(Shop.Table, entity));

    private static GeneratorRun Access(GeneratorRun model, string method) => Access([model.Assembly()], method);

    private static GeneratorRun Access(IReadOnlyList<MetadataReference> model, string method) => GeneratorRun.With(model, Repository(method));

    private static string Repository(string method) => $"namespace Shop; [Repository<Thing>] public partial interface IThings {{ {method} }}";
}
