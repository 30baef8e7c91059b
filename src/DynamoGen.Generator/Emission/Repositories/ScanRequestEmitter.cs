using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the struct that holds a scan's parameters and writes them as its filter.</summary>
internal sealed class ScanRequestEmitter(SourceWriter writer, ScanPattern pattern, RepositoryModel repository)
{
    private readonly RequestParameters _parameters = new(pattern);

    /// <param name="name">The struct's name.</param>
    public void Emit(string name)
    {
        writer.Open($"private readonly struct {name}({_parameters.Declarations}) : {Names.Requests}.IQueryRequest");
        if (OptionalConditions.FindsNothing(pattern.Filter) is { } nothing)
        {
            writer.Line("public static bool HasLists => true;").Line();
            writer.Line($"public bool FindsNothing => {new ValueTests(_parameters.Sources).Of(nothing)};").Line();
        }

        writer.Open($"public void WriteKeyCondition({Names.WireWriter} writer, int shard)");
        var writing = new ExpressionWriting(writer, repository.Entity, _parameters.Sources);
        EmitFilter(writing);
        EmitSegment();
        writer.Close();
        writing.ValueNames.Emit(writer, repository.Entity);
        writer.Close();
    }

    private void EmitFilter(ExpressionWriting writing)
    {
        var printer = new ExpressionPrinter();
        var text = new ExpressionText().Add(",\"FilterExpression\":\"").Add(printer.Condition(pattern.Filter)).Add("\"");
        text.Add(ProjectionText.Expression(pattern.Form)).Add(",\"ExpressionAttributeNames\":{");
        text.Add(ExpressionWriting.NameMembers(printer, ProjectionText.Names(pattern.Form))).Add("}");
        writing.EmitWithValues(text, printer);
    }

    private void EmitSegment()
    {
        if (pattern.Segment is not null)
        {
            writer.Line("writer.Raw(\",\\\"Segment\\\":\"u8);").Line($"writer.Number({_parameters.Local(pattern.Segment)});");
            writer.Line("writer.Raw(\",\\\"TotalSegments\\\":\"u8);");
            writer.Line($"writer.Number({_parameters.Local(pattern.Signature.Parameter(ParameterRole.Segments)!)});");
        }
    }
}
