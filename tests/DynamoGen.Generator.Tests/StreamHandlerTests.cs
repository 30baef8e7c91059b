using DynamoGen.Declarations.Problems;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Tests;

/// <summary>Handlers of a table's changes: written, or refused with the reason.</summary>
public sealed class StreamHandlerTests
{
    private const string Model = """
        using DynamoGen.Streams;

        namespace Shop;

        [Table("streamed", Stream = StreamView.NewAndOldImages)] public sealed partial class Streamed;
        [Table("newer", Stream = StreamView.NewImage)] public sealed partial class Newer;
        [Table("older", Stream = StreamView.OldImage)] public sealed partial class Older;
        [Table("keyed", Stream = StreamView.KeysOnly)] public sealed partial class Keyed;
        [Table("silent")] public sealed partial class Silent;

        [Entity<Streamed>] [Key("ORDER#{Id}", "ORDER")] public sealed partial record Order(int Id, string? Note);
        [Entity<Streamed>] [Key("CUSTOMER#{Id}", "CUSTOMER")] public sealed partial record Customer(int Id);
        [Entity<Newer>] [Key("NEW#{Id}", "NEW")] public sealed partial record NewThing(int Id);
        [Entity<Older>] [Key("OLD#{Id}", "OLD")] public sealed partial record OldThing(int Id);
        [Entity<Keyed>] [Key("KEY#{Id}", "KEY")] public sealed partial record KeyThing(int Id);
        [Entity<Silent>] [Key("SILENT#{Id}", "SILENT")] public sealed partial record SilentThing(int Id);

        """;

    [Theory]
    [InlineData("Shop.Events")]
    [InlineData("Shop.Order")]
    public void Generated_code_is_as_committed(string name)
    {
        var run = Compiles("Streamed", """
            private ValueTask Inserted(Order order, StreamChange change, CancellationToken cancellationToken) => default;
            private Task Modified(Order before, Order after, OrderChanges changed) => changed.Note ? Task.CompletedTask : Task.CompletedTask;
            public static ValueTask RemovedAsync(RemovalCause cause) => default;
            internal ValueTask Removed(Customer customer, RemovalCause cause) => RemovedAsync(cause);
            private ValueTask Other(StreamRecord record, CancellationToken cancellationToken) => default;
            """.Replace("RemovedAsync", "Forget", StringComparison.Ordinal));

        Snapshot.Matches(run.Generated[name + ".g.cs"], "Streams." + name);
    }

    [Theory]
    [InlineData("Streamed", "ValueTask Inserted(Order order) => default;")]
    [InlineData("Streamed", "ValueTask Modified(Order order) => default; ValueTask Modified(Customer before, Customer after) => default;")]
    [InlineData("Streamed", "ValueTask Modified(Order before) => default;")]
    [InlineData("Streamed", "ValueTask Modified(Order after, CancellationToken token, OrderChanges changed, StreamChange change) => default;")]
    [InlineData("Streamed", "static Task InsertedAsync(Order order) => Task.CompletedTask; ValueTask Inserted(Customer customer) => default;")]
    [InlineData("Streamed", "ValueTask Other(StreamRecord record) => default;")]
    [InlineData("Streamed", "ValueTask Inserted(Order? order) => default;")]
    [InlineData("Newer", "ValueTask Inserted(NewThing thing) => default; ValueTask Modified(NewThing thing) => default;")]
    [InlineData("Older", "ValueTask Removed(OldThing thing) => default; ValueTask Modified(OldThing before) => default;")]
    [InlineData("Keyed", "ValueTask Other(StreamRecord record) => default;")]
    [InlineData("Streamed", "ValueTask Inserted(Order order) => Saved(order, 1); ValueTask Saved(Order order, int attempt) => default;")]
    public void What_the_stream_carries_can_be_handled(string table, string methods) => Compiles(table, methods);

    [Theory]
    [InlineData("Streamed", "ValueTask Inserted(int order) => default;", "Inserted", "take one entity")]
    [InlineData("Streamed", "ValueTask Inserted() => default;", "Inserted", "take one entity")]
    [InlineData("Streamed", "ValueTask Inserted(StreamChange change, Order order) => default;", "Inserted", "take one entity")]
    [InlineData("Streamed", "ValueTask Inserted(Order before, Order after) => default;", "Inserted", "take one entity")]
    [InlineData("Streamed", "ValueTask Modified(Order before, Customer after) => default;", "Modified", "take one entity")]
    [InlineData("Streamed", "ValueTask Modified(Order a, Order b, Order c) => default;", "Modified", "take one entity")]
    [InlineData("Streamed", "void Inserted(Order order) { }", "Inserted", "return ValueTask or Task")]
    [InlineData("Streamed", "ValueTask<int> Inserted(Order order) => default;", "Inserted", "return ValueTask or Task")]
    [InlineData("Streamed", "ValueTask Inserted<T>(Order order) => default;", "Inserted", "generic")]
    [InlineData("Streamed", "ValueTask Inserted(in Order order) => default;", "Inserted", "ref, in or out")]
    [InlineData("Streamed", "ValueTask Inserted(Order order, RemovalCause cause) => default;", "Inserted", "'cause' stands for nothing")]
    [InlineData("Streamed", "ValueTask Inserted(Order order, OrderChanges changed) => default;", "Inserted", "'changed' stands for nothing")]
    [InlineData("Streamed", "ValueTask Modified(Order order, CustomerChanges changed) => default;", "Modified", "'changed' stands for nothing")]
    [InlineData("Streamed", "ValueTask Removed(Order order, string reason) => default;", "Removed", "'reason' stands for nothing")]
    [InlineData("Streamed", "ValueTask Removed(Order order, StreamChange a, StreamChange b) => default;", "Removed", "twice, also as 'b'")]
    [InlineData("Streamed", "ValueTask Other(Order order) => default;", "Other", "StreamRecord first")]
    [InlineData("Streamed", "ValueTask Inserted(SilentThing thing) => default;", "Inserted", "an entity of 'Shop.Silent', not of 'Streamed'")]
    [InlineData("Newer", "ValueTask Removed(NewThing thing) => default;", "Removed", "the item before the change")]
    [InlineData("Newer", "ValueTask Modified(NewThing before, NewThing after) => default;", "Modified", "the item before the change")]
    [InlineData("Older", "ValueTask Inserted(OldThing thing) => default;", "Inserted", "the item after the change")]
    [InlineData("Older", "ValueTask Modified(OldThing thing) => default;", "Modified", "the item after the change")]
    [InlineData("Keyed", "ValueTask Inserted(KeyThing thing) => default;", "Inserted", "the item after the change")]
    [InlineData("Keyed", "ValueTask Removed(KeyThing thing) => default;", "Removed", "the item before the change")]
    public void A_method_that_cannot_be_called_is_refused(string table, string methods, string at, string reason) => IsRefused(table, methods, at, reason);

    [Theory]
    [InlineData("ValueTask Inserted(Order order) => default; ValueTask InsertedAsync(Order order) => default;", "InsertedAsync", "already of 'Shop.Order'")]
    [InlineData("ValueTask Modified(Order after) => default; Task Modified(Order before, Order after) => Task.CompletedTask;", "Modified", "already")]
    [InlineData("ValueTask Other(StreamRecord record) => default; ValueTask OtherAsync(StreamRecord record) => default;", "OtherAsync", "already")]
    public void Two_handlers_of_one_change_are_refused(string methods, string at, string reason) => IsRefused("Streamed", methods, at, reason);

    [Theory]
    [InlineData("[StreamHandler<Silent>] public sealed partial class Events { ValueTask Inserted(SilentThing thing) => default; }", "declares no stream")]
    [InlineData("[StreamHandler<string>] public sealed partial class Events { ValueTask Other(StreamRecord record) => default; }", "not marked with [Table]")]
    [InlineData("[StreamHandler<Streamed>] public sealed partial class Events { ValueTask Inserte(Order order) => default; }", "handles nothing")]
    [InlineData("[StreamHandler<Streamed>(Name = \" \")] public sealed partial class Events { ValueTask Inserted(Order order) => default; }", "Name is empty")]
    public void A_class_that_handles_nothing_is_refused(string source, string reason)
    {
        var run = GeneratorRun.Of(Model + source);

        Assert.Empty(Design.Unexpected(run));
        var problem = Assert.Single(Design.Problems(run));
        Assert.Equal(DeclarationRule.StreamHandler, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
        Assert.Contains("// The declaration is refused", run.Generated["Shop.Events.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_cannot_be_extended_is_refused()
    {
        var run = GeneratorRun.Of(Model + "[StreamHandler<Streamed>] public sealed class Events { ValueTask Inserted(Order order) => default; }");

        Assert.Equal(DeclarationRule.NotExtensible, Assert.Single(Design.Problems(run)).Rule);
    }

    [Fact]
    public void A_handler_of_a_refused_entity_can_be_named_with_its_changes()
    {
        var run = GeneratorRun.Of(Model + """
            [Entity<Streamed>] [Key("BROKEN#{Gone}", "B")] public sealed partial record Broken(int Id);
            [StreamHandler<Streamed>] public sealed partial class Events
            {
                ValueTask Modified(Broken before, Broken after, BrokenChanges changed) => changed.Id ? default : default;
            }
            public static class Program { public static DynamoGen.Streams.IStreamHandler Of(Events events) => events; }
            """);

        Assert.Equal(DeclarationRule.KeyTemplate, Assert.Single(Design.Problems(run)).Rule);
        Assert.Empty(Design.Unexpected(run));
    }

    [Fact]
    public void A_type_of_the_users_own_with_the_name_of_the_changes_is_left_alone()
    {
        var run = Compiles("Streamed", "ValueTask Modified(Order before, Order after) => default; } public sealed class OrderChanges {");

        Assert.DoesNotContain("OrderChanges", run.Generated["Shop.Order.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Members_with_the_names_of_the_changes_own_keep_theirs()
    {
        Design.Compiles(GeneratorRun.Of(Model + """
            [Entity<Streamed>] [Key("ODD#{Id}", "ODD")] public sealed partial record Odd(int Id, string? Names, bool Between, int properties, int changes, string @class);
            public static class Program
            {
                public static bool Any(Odd a, Odd b) => OddChanges.Between2(a, b) is { Names: true, Between: false, properties: true, @class: true } found
                    && found.Names2 is not null;
            }
            """));
    }

    [Fact]
    public void Editing_a_handler_of_one_change_writes_nothing_but_the_handler_again()
    {
        var run = GeneratorRun.Of(Model, "[StreamHandler<Shop.Streamed>] public sealed partial class Events { System.Threading.Tasks.ValueTask Inserted(Shop.Order order) => default; }");

        run.After(compilation => compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees.ElementAt(1),
            CSharpSyntaxTree.ParseText(
                compilation.SyntaxTrees.ElementAt(1).ToString().Replace("Inserted(", "Modified(", StringComparison.Ordinal),
                (CSharpParseOptions)compilation.SyntaxTrees.ElementAt(1).Options)));

        Assert.Single(run.Outputs(), reason => reason == Microsoft.CodeAnalysis.IncrementalStepRunReason.Modified);
    }

    private static GeneratorRun Compiles(string table, string methods) => Design.Compiles(GeneratorRun.Of(Model + Handler(table, methods)));

    private static void IsRefused(string table, string methods, string at, string reason)
    {
        var run = GeneratorRun.Of(Model + Handler(table, methods));
        Design.IsRefused(DeclarationRule.StreamHandler, at, run);
        Assert.Contains(reason, Design.Problems(run)[0].Arguments[1], StringComparison.Ordinal);
    }

    private static string Handler(string table, string methods) => $$"""
        [StreamHandler<{{table}}>]
        public sealed partial class Events
        {
            {{methods}}
        }
        """;
}
