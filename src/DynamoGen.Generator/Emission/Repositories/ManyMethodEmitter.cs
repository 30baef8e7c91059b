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

    public void Emit(GetManyPattern get) =>
        EmitReads($"GetManyAsync<{scope.EntityTypes}, {scope.PrimaryKey}>({scope.Field}, {Many}, {Consistent(get.IsConsistent)}, {scope.Cancellation})",
            get.Expiry);

    public void EmitRepair()
    {
        var uniqueness = scope.Repository.Uniqueness!;
        var values = $"{scope.Repository.Entity.FullName}.{uniqueness.Values}";
        EmitCall($"RepairUniqueAsync<{scope.EntityTypes}>({scope.Field}, {Segments}, {values}, {UniqueChanges.Attributes(uniqueness)}, {scope.Cancellation})");
    }

    public void EmitDelete() => EmitCall($"DeleteManyAsync<{scope.PrimaryKey}>({scope.Field}, {Many}, {scope.Cancellation})");

    public void EmitPut()
    {
        var lifecycle = scope.Repository.Lifecycle;
        if (!lifecycle.Stamps)
        {
            EmitCall($"PutManyAsync<{scope.EntityTypes}>({scope.Field}, {Many}, {scope.Cancellation})");
            return;
        }

        var stamped = $"global::System.Linq.Enumerable.Select({Many}, item => {Stamping.Copy(lifecycle, "item", "item", scope.Clock)})";
        writer.Open(scope.Signature).Line($"var {scope.Clock} = {scope.Now};");
        writer.Line($"return {scope.Context}.PutManyAsync<{scope.EntityTypes}>({scope.Field}, {stamped}, {scope.Cancellation}){scope.AsTask};").Close();
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

    private void EmitCall(string call) => writer.Line($"{scope.Signature} =>").Indented($"{scope.Context}.{call}{scope.AsTask};");

    private static string Consistent(bool isConsistent) => $"consistentRead: {(isConsistent ? "true" : "false")}";
}
