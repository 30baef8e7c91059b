using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

public sealed class ProjectionTests
{
    [Theory]
    [InlineData("Shop.ParcelTable")]
    [InlineData("Shop.ParcelSize")]
    [InlineData("Shop.IParcels")]
    public void Generated_code_is_as_committed(string name)
    {
        var run = Design.Compiles(GeneratorRun.Of(Parcels.Entity + Parcels.Repository));

        Snapshot.Matches(run.Generated[name + ".g.cs"], name);
    }

    [Theory]
    [InlineData("[Index(\"byDepot\")] IAsyncEnumerable<Parcel> At(Depot depot);", "reads", "Sender")]
    [InlineData("[Index(\"byRoute\"), IncludeExpired] IAsyncEnumerable<Parcel> On(string route);", "reads", "Sender")]
    [InlineData("[Index(\"byRoute\"), IncludeExpired] IAsyncEnumerable<ParcelSize> On(string route);", "reads", "oldSize")]
    [InlineData("[Index(\"byWeight\"), IncludeExpired] IAsyncEnumerable<Parcel> Heavy(string sender);", "reads", "Sender")]
    [InlineData("[Index(\"byRoute\")] IAsyncEnumerable<Parcel.PrimaryKey> On(string route);", "leaves out expired items by", "expires")]
    [InlineData("[Index(\"byRoute\"), Hydrate] IAsyncEnumerable<Parcel> On(string route);", "leaves out expired items by", "expires")]
    [InlineData("[Index(\"byDepot\"), Filter(\"Note = {note}\")] IAsyncEnumerable<ParcelSize> At(Depot depot, string note);", "filters by", "Note")]
    public void What_an_index_does_not_hold_is_neither_read_nor_filtered_by(string method, string verb, string attribute)
    {
        var problem = Refused(DeclarationRule.IndexProjection, method);

        Assert.Equal([verb, attribute], problem.Arguments.Skip(1).Take(2));
    }

    [Theory]
    [InlineData("ValueTask<ParcelSize?> Get(string sender, int number);", "add 'ExpiresAt' to 'ParcelSize'")]
    [InlineData("[Hydrate] IAsyncEnumerable<Parcel> Of(string sender);", "nothing to hydrate")]
    [InlineData("[Index(\"byDepot\"), Hydrate] IAsyncEnumerable<ParcelSize> At(Depot depot);", "hydrated items are whole")]
    [InlineData("DynamoGen.Transactions.ReadAction<ParcelSize> GetAction(string sender, int number);", "whole entities")]
    [InlineData("IAsyncEnumerable<ParcelSize> GetMany(IEnumerable<Parcel.PrimaryKey> keys);", "add 'ExpiresAt' to 'ParcelSize'")]
    [InlineData("ValueTask<ParcelSize> Delete(string sender, int number);", "a Delete yields")]
    [InlineData("ValueTask<ParcelSize> Put(Parcel parcel);", "a Put writes the Parcel that its caller has; return that, or the ParcelSize? of what was")]
    [InlineData("[Upsert] ValueTask<ParcelSize> Store(Parcel parcel);", "a Upsert writes the Parcel that its caller has")]
    [InlineData("[Check] ValueTask<ParcelSize?> Demand(string sender, int number);", "a check is for transactions; return WriteAction")]
    [InlineData("[Update(\"SET Note = 'x'\"), Idempotent] ValueTask<ParcelSize> UpdateNote(string sender, int number);", "which returns no item")]
    [InlineData("[Update(\"SET Note = 'x'\")] ValueTask<List<ParcelSize>> UpdateNote(string sender, int number);", "[Update] is no method")]
    [InlineData("[Update(\"SET Note = 'x'\")] ValueTask<Parcel.PrimaryKey> UpdateNote(string sender, int number);", "it must return")]
    [InlineData("ValueTask<ParcelSize> Get(string sender, int number);", "an item may be absent")]
    [InlineData("ValueTask<Parcel.PrimaryKey?> Get(string sender, int number);", "it must return")]
    public void What_is_no_read_of_a_part_is_refused(string method, string reason) =>
        Assert.Contains(reason, Refused(DeclarationRule.PatternShape, method).Arguments[1], StringComparison.Ordinal);

    [Theory]
    [InlineData("public string? Colour { get; init; }", "stores no property 'Colour'")]
    [InlineData("public long Weight { get; init; }", "'Weight' is not of the type that it has in 'Parcel'")]
    [InlineData("public DateTimeOffset ExpiresAt { get; init; }", "where it may be null")]
    [InlineData("public string? Note { get; init; }", "the upcaster 'NoteOf' is private")]
    [InlineData("[UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Rest { get; init; }", "would hold whatever else")]
    [InlineData("", "no stored property")]
    public void A_projection_that_is_no_part_of_its_entity_is_refused(string member, string reason)
    {
        var run = GeneratorRun.Of(Parcels.Entity + $"[Projection<Parcel>] public sealed partial record Part {{ {member} }}");
        var problem = Assert.Single(Design.Problems(run));

        Assert.Equal(DeclarationRule.Projection, problem.Rule);
        Assert.Contains(reason, problem.Arguments[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_projection_of_items_that_are_read_as_a_whole_is_refused()
    {
        var run = GeneratorRun.Of(Members.Source + "[Projection<Member>] public sealed partial record Part(string City);");
        var problem = Assert.Single(Design.Problems(run));

        Assert.Equal(DeclarationRule.Projection, problem.Rule);
        Assert.Contains("'FromV2' takes items of version 2 as a whole", problem.Arguments[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Projection = IndexProjection.Include", "if, and only if")]
    [InlineData("NonKeyAttributes = [\"A\"]", "if, and only if")]
    [InlineData("Projection = IndexProjection.KeysOnly, NonKeyAttributes = [\"A\"]", "if, and only if")]
    [InlineData("Projection = IndexProjection.Include, NonKeyAttributes = [\"A\", \"A\"]", "each its own")]
    [InlineData("Projection = IndexProjection.Include, NonKeyAttributes = [\"\"]", "have names")]
    [InlineData("Projection = IndexProjection.Include, NonKeyAttributes = [\"_t\"]", "'_t'")]
    public void An_index_whose_projection_cannot_be_is_refused(string projection, string reason)
    {
        var run = GeneratorRun.Of($"[Table(\"t\")] [GlobalIndex(\"idx\", PartitionKey = \"a\", {projection})] public sealed partial class T;");
        var problem = Assert.Single(Design.Problems(run));

        Assert.Equal(DeclarationRule.TableOrIndex, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Update(\"SET Note = 'x'\")] ValueTask<ParcelSize> UpdateIt(string sender, int number);")]
    [InlineData("[Update(\"SET Note = 'x'\")] Task<ParcelSize?> UpdateIt(string sender, int number);")]
    [InlineData("[Update(\"SET Note = 'x'\")] ValueTask<Response<ParcelSize>> UpdateIt(string sender, int number);")]
    [InlineData("[Upsert] ValueTask<ParcelSize?> Store(Parcel parcel);")]
    [InlineData("[Create] ValueTask<ParcelSize?> Store(Parcel parcel);")]
    [InlineData("ValueTask<Response<ParcelSize?>> Replace(Parcel parcel);")]
    public void A_write_yields_a_part_of_its_item(string method) =>
        Design.Compiles(GeneratorRun.Of(Parcels.Entity + $"[Repository<Parcel>] public partial interface IParcels {{ {method} }}"));

    [Fact]
    public void A_repository_of_a_projection_is_told_whose_it_is()
    {
        var run = GeneratorRun.Of(Parcels.Entity
            + "[Repository<ParcelSize>] public partial interface ISizes { [Update(\"SET Note = 'x'\")] ValueTask UpdateNote(string sender, int number); }");
        var problem = Assert.Single(Design.Problems(run));

        Assert.Equal(DeclarationRule.TableOrIndex, problem.Rule);
        Assert.Equal("'ParcelSize' is a projection of 'Parcel'; make it a [Repository<Parcel>], whose methods return 'ParcelSize'", problem.Arguments[1]);
    }

    [Fact]
    public void A_write_waits_for_its_projection_to_be_set_right()
    {
        var run = GeneratorRun.Of(Parcels.Entity + """
            [Projection<Parcel>] public sealed partial record Part { public string? Colour { get; init; } }
            [Repository<Parcel>] public partial interface IParcels { ValueTask<Part?> Delete(string sender, int number); }
            """);

        Assert.Equal([DeclarationRule.Projection, DeclarationRule.PatternShape], Design.Problems(run).Select(problem => problem.Rule).Order());
        Assert.Empty(Design.Unexpected(run));
    }

    [Fact]
    public void A_pattern_waits_for_its_projection_to_be_set_right()
    {
        var run = GeneratorRun.Of(Parcels.Entity + """
            [Projection<Parcel>] public sealed partial record Part { public string? Colour { get; init; } }
            [Repository<Parcel>] public partial interface IParcels { IAsyncEnumerable<Part> Of(string sender); }
            """);

        Assert.Equal([DeclarationRule.Projection, DeclarationRule.PatternShape], Design.Problems(run).Select(problem => problem.Rule).Order());
        Assert.Empty(Design.Unexpected(run));
    }

    private static DeclarationProblem Refused(DeclarationRule rule, string method)
    {
        var run = GeneratorRun.Of(Parcels.Entity + $"[Repository<Parcel>] public partial interface IParcels {{ {method} }}");
        var problem = Assert.Single(Design.Problems(run));
        Assert.Equal(rule, problem.Rule);
        Assert.Empty(Design.Unexpected(run));
        return problem;
    }
}
