using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

public sealed class EmissionTests
{
    [Theory]
    [InlineData("Shop.ShopTable")]
    [InlineData("Shop.Order")]
    [InlineData("Shop.IOrders")]
    public void Generated_code_is_as_committed(string name)
    {
        var run = GeneratorRun.Of(Shop.Table, Shop.Order, Shop.Orders);

        Snapshot.Matches(run.Generated[name + ".g.cs"], name);
    }

    [Fact]
    public void Generated_code_compiles_without_a_warning()
    {
        var run = GeneratorRun.Of(Shop.Table, Shop.Order, Shop.Orders);

        Assert.Equal(3, run.Generated.Count);
        Assert.Empty(run.Complaints());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("[CreatedAt] public DateTimeOffset Created { get; init; }", true)]
    [InlineData("[UpdatedAt] public DateTimeOffset Updated { get; init; }", true)]
    public void Only_what_stores_the_time_asks_the_clock(string member, bool asks)
    {
        var run = Design.Compiles($$"""
            [Entity<ShopTable>]
            [Key("CART#{Id}", "CART")]
            public sealed partial record Cart(int Id)
            {
                [OptimisticLock] public long Version { get; init; }
                {{member}}
            }

            [Repository<Cart>]
            public partial interface ICarts
            {
                ValueTask Put(Cart cart);
                ValueTask<Cart> Replace(Cart cart);
            }
            """);

        Assert.Equal(asks, run.Generated["Shop.ICarts.g.cs"].Contains("UtcNow", StringComparison.Ordinal));
    }

    [Fact]
    public void Older_items_are_read_as_their_upcasters_take_them()
    {
        var run = Design.Compiles(GeneratorRun.Of(Members.Source));

        Snapshot.Matches(run.Generated["Shop.Member.g.cs"], "Shop.Member");
    }

    [Fact]
    public void Every_kind_of_member_compiles_without_a_warning()
    {
        var run = GeneratorRun.Of(Shop.Table, Everything.Source);

        Assert.Empty(run.Complaints());
        Snapshot.Matches(run.Generated["Shop.Everything.g.cs"], "Shop.Everything");
    }

    [Fact]
    public void Clauses_that_may_be_left_out_and_items_that_are_made_are_written_as_committed()
    {
        var run = Design.Compiles(GeneratorRun.Of(Shop.Table, Screens.Source));

        Snapshot.Matches(run.Generated["Shop.ICards.g.cs"], "Shop.ICards");
    }

    [Theory]
    [InlineData("Shop.Forms")]
    [InlineData("Shop.IForms")]
    public void Every_form_of_storage_compiles_without_a_warning(string name)
    {
        var run = Design.Compiles(GeneratorRun.Of(Shop.Table, Forms.Source));

        Snapshot.Matches(run.Generated[name + ".g.cs"], name);
    }

    [Fact]
    public void Nested_and_global_types_and_those_of_one_name_do_not_collide()
    {
        var run = GeneratorRun.Of(Identifiers.Source);

        Assert.Empty(run.Complaints());
        Assert.Equal(
            ["A.Item.g.cs", "A.Outer+Inner+Item.g.cs", "A.Outer+Item.g.cs", "B.Item.g.cs", "GlobalItem.g.cs", "GlobalTable.g.cs"],
            run.Generated.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Members_named_as_keywords_or_as_generated_names_compile()
    {
        Design.Compiles(GeneratorRun.Of(Shop.Table, Identifiers.Awkward));
    }
}
