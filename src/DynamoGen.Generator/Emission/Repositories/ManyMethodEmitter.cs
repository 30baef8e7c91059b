using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the method of an access pattern that goes over many items in batches, or over all of them.</summary>
internal sealed class ManyMethodEmitter(SourceWriter writer, MethodScope scope)
{
    private string Many => scope.Parameter(ParameterRole.Many, string.Empty);

    private string Segments => scope.Parameter(ParameterRole.Segments, "1");

    public void Emit(GetManyPattern get)
    {
        var isProjected = get.Form is ProjectionForm;
        var request = isProjected ? scope.Names.Request(get) : scope.PrimaryKey;
        var keys = isProjected ? Selected(get, "key", $"new {request}(key)") : Many;
        var source = get.List is null ? Source(get, keys, request) : NewSource(keys, request);
        var method = get.List is null ? "GetManyAsync" : "GetManyListAsync";
        var call = $"{method}<{scope.Types(get.Form)}, {request}>({scope.Field}, {source}, {Consistent(get.IsConsistent)}, {scope.Cancellation})";
        if (get.List is { } list)
        {
            EmitList(call, list, get.Expiry);
        }
        else
        {
            EmitReads(call, get.Expiry);
        }
    }

    public void EmitRepair()
    {
        var uniqueness = scope.Repository.Uniqueness!;
        var values = $"{scope.Repository.Entity.FullName}.{uniqueness.Values}";
        EmitWrite($"RepairUniqueAsync<{scope.EntityTypes}>({scope.Field}, {Segments}, {values}, {UniqueChanges.Attributes(uniqueness)}, {scope.Cancellation})");
    }

    public void Emit(DeleteManyPattern delete) =>
        EmitWrite($"DeleteManyAsync<{scope.PrimaryKey}>({scope.Field}, {WrittenSource(delete, Many, scope.PrimaryKey)}, {scope.Cancellation})");

    public void Emit(PutManyPattern put)
    {
        var lifecycle = scope.Repository.Lifecycle;
        var entity = scope.Repository.Entity.FullName;
        if (!lifecycle.Stamps)
        {
            EmitWrite($"PutManyAsync<{scope.EntityTypes}>({scope.Field}, {WrittenSource(put, Many, entity)}, {scope.Cancellation})");
            return;
        }

        writer.Open(scope.Signature);
        if (WriteRegion.Calls(scope) is { } calls)
        {
            scope.WriteBy(writer, calls);
        }

        if (lifecycle.StampsTime)
        {
            writer.Line($"var {scope.Clock} = {scope.Now};");
        }

        var copy = Stamping.Copy(lifecycle, "item", "item", scope.Clock, WriteRegion.CallsOf(scope, "item"), scope.Field);
        var stamped = WrittenSource(put, Selected(put, "item", copy), entity);
        writer.Line($"return {scope.Context}.PutManyAsync<{scope.EntityTypes}>({scope.Field}, {stamped}, {scope.Cancellation}){scope.AsTask};").Close();
    }

    /// <summary>The given sequence with something made of each of its elements.</summary>
    private string Selected(BatchPattern batch, string element, string made) =>
        $"global::System.Linq.{(batch.IsAsync ? "AsyncEnumerable" : "Enumerable")}.Select({Many}, {element} => {made})";

    /// <summary>A sequence as a batch of writes takes it, with what gives the home region of each where they have one.</summary>
    private string WrittenSource(BatchPattern batch, string values, string type) =>
        WriteRegion.HomeOf(scope, batch) is { } home ? $"{NewSource(values, type)}, {home}" : Source(batch, values, type);

    /// <summary>A sequence as a batch takes it.</summary>
    private string Source(BatchPattern batch, string values, string type) =>
        batch.IsAsync || batch.Signature.Parameter(ParameterRole.Progress) is not null ? NewSource(values, type) : values;

    private string NewSource(string values, string type) =>
        $"new {Names.BatchSource}<{type}>({values}, {scope.Parameter(ParameterRole.Progress, "null")})";

    private void EmitList(string call, ListShape list, ExpiryModel? expiry)
    {
        if (expiry is null && list == ListShape.ReadOnlyList)
        {
            EmitCall(call);
            return;
        }

        var found = scope.Local("found");
        var item = scope.Local("item");
        writer.Open($"async {scope.Signature}").Line($"var {found} = await {scope.Context}.{call}.ConfigureAwait(false);");
        var items = found;
        if (expiry is not null)
        {
            writer.Line($"var {scope.Clock} = {scope.Now};");
            items = $"global::System.Linq.Enumerable.Select({found}, {item} => {item} is null || {scope.HasExpired(expiry, item)} ? null : {item})";
        }

        writer.Line(list == ListShape.Array
            ? $"return global::System.Linq.Enumerable.ToArray({items});"
            : $"return global::System.Linq.Enumerable.ToList({items});").Close();
    }

    private void EmitReads(string call, ExpiryModel? expiry)
    {
        if (expiry is null)
        {
            EmitCall(call);
            return;
        }

        var found = scope.Local("found");
        writer.Open($"async {scope.Enumerated}").Line($"var {scope.Clock} = {scope.Now};");
        writer.Open(
            $"await foreach (var {found} in global::System.Threading.Tasks.TaskAsyncEnumerableExtensions.ConfigureAwait({scope.Context}.{call}, false))");
        writer.Open($"if (!({scope.HasExpired(expiry, found)}))").Line($"yield return {found};").Close().Close().Close();
    }

    private void EmitWrite(string call)
    {
        if (WriteRegion.Calls(scope) is not { } calls)
        {
            EmitCall(call);
            return;
        }

        writer.Open(scope.Signature);
        scope.WriteBy(writer, calls);
        writer.Line($"return {scope.Context}.{call}{scope.AsTask};").Close();
    }

    private void EmitCall(string call) => writer.Line($"{scope.Signature} =>").Indented($"{scope.Context}.{call}{scope.AsTask};");

    private static string Consistent(bool isConsistent) => $"consistentRead: {(isConsistent ? "true" : "false")}";
}
