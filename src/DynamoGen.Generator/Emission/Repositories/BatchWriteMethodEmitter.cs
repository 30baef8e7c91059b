using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the method of an access pattern that makes an entry of its caller's batch.</summary>
internal sealed class BatchWriteMethodEmitter(SourceWriter writer, MethodScope scope, BatchWritePattern pattern)
{
    private bool IsStamped => !pattern.IsDeletion && scope.Repository.Lifecycle.Stamps;

    public void Emit()
    {
        var readsClock = IsStamped && scope.Repository.Lifecycle.StampsTime;
        var calls = WriteRegion.Calls(scope, pattern.Key);
        if (!readsClock && calls is null)
        {
            writer.Line($"{scope.Signature} =>").Indented($"{Call()};");
            return;
        }

        writer.Open(scope.Signature);
        if (calls is not null)
        {
            scope.WriteBy(writer, calls);
        }

        if (readsClock)
        {
            writer.Line($"var {scope.Clock} = {scope.Now};");
        }

        writer.Line($"return {Call()};").Close();
    }

    private string Call() => pattern.IsDeletion
        ? $"{scope.Context}.BatchDelete({scope.Field}, "
            + $"{KeyRequestEmitter.PrimaryKey(scope.Repository, pattern.Key, new SourceExpressions(Local, scope.Clock))})"
        : $"{scope.Context}.BatchPut<{scope.EntityTypes}>({scope.Field}, {Entity()})";

    private string Entity()
    {
        var entity = pattern.Signature.Parameter(ParameterRole.Entity)!;
        var given = Text.NotNull(entity);
        return IsStamped
            ? Stamping.Copy(scope.Repository.Lifecycle, $"({given})", Text.Identifier(entity), scope.Clock, scope.Context, scope.Field)
            : given;
    }

    private string Local(string parameter) =>
        parameter == pattern.Signature.Parameter(ParameterRole.Entity) ? $"({Text.NotNull(parameter)})" : Text.Identifier(parameter);
}
