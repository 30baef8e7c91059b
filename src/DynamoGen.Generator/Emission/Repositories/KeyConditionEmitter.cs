using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Keys;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the struct that holds a query's parameters and writes them as a key condition.</summary>
internal sealed class KeyConditionEmitter(SourceWriter writer, QueryPattern pattern, RepositoryModel repository)
{
    private readonly RequestParameters _parameters = new(pattern);

    private string Keys => $"{repository.Entity.FullName}.{repository.Entity.Keys}.{pattern.Condition.Key.Name}";

    /// <param name="name">The struct's name.</param>
    public void Emit(string name)
    {
        var contract = pattern.IsMerged ? "IShardedQueryRequest" : "IQueryRequest";
        writer.Open($"private readonly struct {name}({_parameters.Declarations}) : {Names.Requests}.{contract}");
        if (pattern.IsMerged)
        {
            EmitShards();
        }

        if (pattern.Condition.SortKind == SortConditionKind.Between)
        {
            writer.Line("public static bool HasRange => true;").Line();
        }

        if (pattern.Filter is not null && OptionalConditions.FindsNothing(pattern.Filter) is { } nothing)
        {
            writer.Line("public static bool HasLists => true;").Line();
            writer.Line($"public bool FindsNothing => {new ValueTests(_parameters.Sources).Of(nothing)};").Line();
        }

        writer.Open($"public void WriteKeyCondition({Names.WireWriter} writer, int shard)");
        EmitCondition();
        writer.Close();
        Writing.ValueNames.Emit(writer, repository.Entity);
        writer.Close();
    }

    private void EmitShards()
    {
        var shards = Text.Number(pattern.Condition.Key.Shards);
        if (pattern.Condition.Values is not { } values)
        {
            writer.Line($"public int Shards => {shards};").Line();
            return;
        }

        writer.Line("public static bool HasValues => true;").Line();
        writer.Line($"public int Shards => {_parameters.Local(values.Parameter)}.Length{(pattern.IsSharded ? " * " + shards : string.Empty)};").Line();
    }

    /// <summary>The shard of the partition that is asked, of a value or of all there is.</summary>
    private string Shard => pattern.Condition.Values is null ? "shard" : $"shard % {Text.Number(pattern.Condition.Key.Shards)}";

    private void EmitCondition()
    {
        var comparisons = KeyComparison.Of(pattern.Condition).ToArray();
        var printer = new ExpressionPrinter();
        var condition = string.Join(" AND ", comparisons.Select(comparison => comparison.Text));
        var text = new ExpressionText().Add($",\"KeyConditionExpression\":\"{condition}\"");
        if (pattern.Filter is not null)
        {
            var sent = pattern.Filter.WhenSent;
            text.Add(",\"FilterExpression\":\"", sent).Add(printer.Condition(pattern.Filter)).Add("\"", sent);
        }

        var names = comparisons.Select(comparison => $"\"{comparison.Name}\":\"{JsonText.Of(comparison.Attribute.Attribute)}\"");
        Writing.EmitText(text.Add(ProjectionText.Expression(pattern.Form)));
        Writing.EmitText(new ExpressionText().Add(",\"ExpressionAttributeNames\":{")
            .Add(ExpressionWriting.NameMembers(printer, string.Join(",", names), ProjectionText.Names(pattern.Form)))
            .Add("},\"ExpressionAttributeValues\":{"));
        foreach (var comparison in comparisons)
        {
            foreach (var placeholder in comparison.Placeholders)
            {
                Writing.ValueNames.Add(placeholder, comparison.Attribute.Attribute);
                EmitValue(comparison, placeholder);
            }
        }

        Writing.EmitValues(printer);
        writer.Line("writer.Raw(\"}\"u8);");
    }

    private void EmitValue(KeyComparison comparison, string placeholder)
    {
        var before = Text.Utf8($",\"{placeholder}\":{{\"{comparison.Attribute.Descriptor}\":\"");
        if (comparison.Attribute.Type != KeyAttributeType.String)
        {
            writer.Line($"writer.Member({before});");
            if (comparison.IsRange)
            {
                new ValueRangeEmitter(writer, pattern.Condition.Range!, _parameters.Local).Emit(isLower: placeholder == KeyComparison.From);
            }
            else
            {
                writer.Line(KeyPartEmitter.Content(comparison.Parts[0].Part, _parameters.Sources.Of(comparison.Parts[0].Value!)));
            }

            writer.Line("writer.Raw(\"\\\"}\"u8);");
            return;
        }

        var local = comparison.IsPartition ? "key" : placeholder == KeyComparison.To ? "upper" : placeholder == KeyComparison.From ? "lower" : "sort";
        local += comparison.Number;
        writer.Line($"var {local} = writer.Begin{(comparison.IsPartition ? "PartitionKey" : "SortKey")}({before});");
        EmitText(comparison, local, placeholder);
        writer.Line($"writer.EndKey({local}, \"\\\"}}\"u8);");
    }

    private ExpressionWriting Writing => field ??= new(writer, repository.Entity, _parameters.Sources);

    private KeyPartEmitter Parts { get; } = new(new CodecTypes(repository.Entity));

    /// <summary>A whole key is written as the entity writes it; of a part of one only what is given.</summary>
    private void EmitText(KeyComparison comparison, string local, string placeholder)
    {
        var isWhole = !comparison.IsRange && comparison.Parts.Count == comparison.Attribute.Parts.Count && pattern.Condition.Key.Name.Length > 0;
        if (isWhole)
        {
            var arguments = _parameters.Sources.Arguments(comparison.Attribute, comparison.Parts, Shard);
            var method = comparison.IsPartition ? "WritePartitionKey" : "WriteSortKey";
            writer.Line($"{Keys}.{method}(ref {local}{string.Concat(arguments.Select(argument => ", " + argument))});");
            return;
        }

        foreach (var bound in comparison.Parts)
        {
            writer.Line(Parts.Build(local, bound.Part,
                bound.Part.Kind == KeyPartKind.Shard ? Shard : bound.Value is null ? string.Empty : _parameters.Sources.Of(bound.Value)));
        }

        if (comparison.IsRange)
        {
            new KeyRangeEmitter(writer, pattern.Condition.Range!, _parameters.Local, Parts)
                .Emit(local, isLower: placeholder == KeyComparison.From, isOpen: comparison.Parts.Count == 0);
        }
    }
}
