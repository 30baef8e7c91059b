using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the method of an access pattern that gets or queries items.</summary>
internal sealed class ReadMethodEmitter(SourceWriter writer, MethodScope scope)
{
    public void Emit(GetPattern get)
    {
        var parameters = new RequestParameters(get);
        var isPlain = get.Form is not ProjectionForm && !get.IsQuestion;
        var type = isPlain ? scope.PrimaryKey : scope.Names.Request(get);
        var outside = new SourceExpressions(Text.Identifier, scope.Clock);
        var request = isPlain
            ? KeyRequestEmitter.PrimaryKey(scope.Repository, get.Key, outside)
            : $"new {type}({parameters.Arguments(string.Empty, scope.Now)})";
        var types = $"{scope.Types(get.Form)}, {type}";
        if (get.IsQuestion)
        {
            var consistent = get.IsConsistent ? "true" : "false";
            writer.Line($"{scope.Signature} =>");
            writer.Indented($"{scope.Context}.ExistsAsync({scope.Field}, {request}, consistentRead: {consistent}, {scope.Cancellation}){scope.AsTask};");
            return;
        }

        if (get.IsAction)
        {
            writer.Line($"{scope.Signature} =>").Indented($"{scope.Context}.ReadAction<{types}>({scope.Field}, {request});");
            return;
        }

        var call = get.Newest is { } newest ? new NewestCall(scope, get, newest).Of(types, request)
            : get.Cache is null ? $"{scope.Context}.GetItemAsync<{types}>({scope.Field}, {request}, "
                + $"consistentRead: {(get.IsConsistent ? "true" : "false")}, {scope.Cancellation})"
            : $"{scope.Context}.GetCachedItemAsync<{types}>({scope.Field}, {request}, {scope.Cancellation})";
        if (get.Expiry is not { } expiry)
        {
            writer.Line($"{scope.Signature} =>").Indented($"{call}{scope.AsTask};");
            return;
        }

        var found = scope.Local("found");
        writer.Open($"async {scope.Signature}");
        writer.Line($"var {found} = await {call}.ConfigureAwait(false);").Line($"var {scope.Clock} = {scope.Now};");
        writer.Line($"return {found} is not null && {scope.HasExpired(expiry, found)} ? null : {found};").Close();
    }

    public void Emit(QueryPattern query)
    {
        if (query is not { Result: QueryResult.List, List: not ListShape.ReadOnlyList })
        {
            writer.Line($"{scope.Signature} =>").Indented($"{Call(query)}{scope.AsTask};");
            return;
        }

        var items = $"await {Call(query)}.ConfigureAwait(false)";
        writer.Open($"async {scope.Signature}").Line(query.List switch
        {
            ListShape.List => $"return global::System.Linq.Enumerable.ToList({items});",
            ListShape.Array => $"return global::System.Linq.Enumerable.ToArray({items});",
            _ => $"return {items};",
        }).Close();
    }

    private string Call(QueryPattern query)
    {
        if (query.Form is HydratedForm)
        {
            return Hydrated(query);
        }

        var request = scope.Names.Request(query);
        return query.Result switch
        {
            QueryResult.List => Plain(query, $"Query{Sharded(query)}ListAsync", $"{scope.Types(query.Form)}, {request}"),
            QueryResult.First => Plain(query, $"Query{Sharded(query)}FirstAsync", $"{scope.Types(query.Form)}, {request}"),
            QueryResult.Count => Plain(query, $"Query{Sharded(query)}CountAsync", request),
            QueryResult.Any => Plain(query, $"Query{Sharded(query)}AnyAsync", request),
            QueryResult.Collection =>
                Plain(query, $"Query{Sharded(query)}CollectionAsync", $"{query.Collection!.TypeName}, {scope.Names.Assembler(query)}, {request}"),
            QueryResult.Page => Page(query),
            _ => Stream(query),
        };
    }

    private string Plain(QueryPattern query, string method, string types) =>
        $"{scope.Context}.{method}<{types}>({scope.Field}, {Request(query)}, {Options(query)}, {scope.Cancellation})";

    private string Stream(QueryPattern query) => Plain(query, $"Query{Sharded(query)}Async", $"{scope.Types(query.Form)}, {scope.Names.Request(query)}");

    private string Page(QueryPattern query)
    {
        var types = $"{scope.Types(query.Form)}, {scope.Names.Request(query)}";
        var limit = scope.Parameter(ParameterRole.Limit, "null");
        var cursor = scope.Parameter(ParameterRole.Cursor, "null");
        return $"{scope.Context}.Query{Sharded(query)}PageAsync<{types}>({scope.Field}, "
            + $"{Request(query)}, {Options(query)}, {limit}, {cursor}, {Identity(query)}, {scope.Cancellation})";
    }

    /// <summary>The index is asked for keys, and the table for the items of the keys.</summary>
    private string Hydrated(QueryPattern query)
    {
        var (method, keys) = query.Result switch
        {
            QueryResult.Page => ("HydratePageAsync", Page(query)),
            QueryResult.List => ("HydrateListAsync", Stream(query)),
            QueryResult.First => ("HydrateFirstAsync", Stream(query)),
            _ => ("HydrateAsync", Stream(query)),
        };
        return $"{scope.Context}.{method}<{scope.EntityTypes}, {scope.PrimaryKey}>({scope.Names.Hydration(query)}, {keys}, {scope.Cancellation})";
    }

    private string Request(QueryPattern query) => $"new {scope.Names.Request(query)}({new RequestParameters(query).Arguments(string.Empty, scope.Now)})";

    /// <summary>What is not as it is by default.</summary>
    private string Options(QueryPattern query)
    {
        var limit = query.Result switch
        {
            QueryResult.Page => null,
            QueryResult.First when query.Form is HydratedForm => "1",
            QueryResult.Any when query.Filter is null => "1",
            _ => query.Signature.Parameter(ParameterRole.Limit) is { } parameter ? Text.Identifier(parameter) : null,
        };
        var options = new[]
        {
            query.IsDescending ? "Descending: true"
                : query.Signature.Parameter(ParameterRole.Descending) is { } descending ? $"Descending: {Text.Identifier(descending)}"
                : null,
            query.IsConsistent ? "ConsistentRead: true" : null,
            limit is null ? null : $"Limit: {limit}",
        };
        var given = options.OfType<string>().ToArray();
        return given.Length == 0 ? "default" : $"new {Names.Requests}.QueryOptions({string.Join(", ", given)})";
    }

    /// <summary>The parameters of a page's query without the time, which differs from page to page.</summary>
    private string Identity(QueryPattern query)
    {
        var parameters = new RequestParameters(query);
        return parameters.NeedsClock ? $"new {scope.Names.Request(query)}({parameters.Arguments(string.Empty, "default")})" : "null";
    }

    private static string Sharded(QueryPattern query) => query.IsMerged ? "Shards" : string.Empty;
}
