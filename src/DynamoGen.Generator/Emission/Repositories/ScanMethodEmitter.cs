using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Reads;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the method of an access pattern that scans the table or an index.</summary>
internal sealed class ScanMethodEmitter(SourceWriter writer, MethodScope scope, ScanPattern scan)
{
    private readonly RequestParameters _parameters = new(scan);

    private string Type => scope.Names.Request(scan);

    private string Request => $"{scope.Field}, new {Type}({_parameters.Arguments(string.Empty, scope.Now)})";

    public void Emit() => writer.Line($"{scope.Signature} =>").Indented($"{scope.Context}.{Call()}{scope.AsTask};");

    private string Call() => scan switch
    {
        { Result: QueryResult.Page } => Page(),
        { Result: QueryResult.Count } => $"QueryCountAsync({Request}, {Options(isLimited: false)}, {scope.Cancellation})",
        { Segment: null } when scan.Signature.Parameter(ParameterRole.Segments) is { } segments =>
            $"ScanAsync<{scope.Types(scan.Form)}, {Type}>({Request}, {Text.Identifier(segments)}, "
                + $"consistentRead: {(scan.IsConsistent ? "true" : "false")}, {scope.Cancellation})",
        _ => $"QueryAsync<{scope.Types(scan.Form)}, {Type}>({Request}, {Options(isLimited: true)}, {scope.Cancellation})",
    };

    private string Page()
    {
        var identity = _parameters.NeedsClock ? $"new {Type}({_parameters.Arguments(string.Empty, "default")})" : "null";
        return $"QueryPageAsync<{scope.Types(scan.Form)}, {Type}>({Request}, {Options(isLimited: false)}, "
            + $"{scope.Parameter(ParameterRole.Limit, "null")}, {scope.Parameter(ParameterRole.Cursor, "null")}, {identity}, {scope.Cancellation})";
    }

    private string Options(bool isLimited)
    {
        var given = new[]
        {
            scan.IsConsistent ? "ConsistentRead: true" : null,
            isLimited && scan.Signature.Parameter(ParameterRole.Limit) is { } limit ? $"Limit: {Text.Identifier(limit)}" : null,
        }.OfType<string>().ToArray();
        return given.Length == 0 ? "default" : $"new {Names.Requests}.QueryOptions({string.Join(", ", given)})";
    }
}
