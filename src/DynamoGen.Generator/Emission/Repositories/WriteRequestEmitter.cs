using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the struct that holds a write's parameters and writes them as the members of its request.</summary>
internal sealed class WriteRequestEmitter(SourceWriter writer, WritePattern pattern, RepositoryModel repository)
{
    private readonly RequestParameters _parameters = new(pattern);

    private string Entity => _parameters.Local(pattern.Signature.Parameter(ParameterRole.Entity)!);

    /// <param name="name">The struct's name.</param>
    public void Emit(string name)
    {
        writer.Open($"private readonly struct {name}({_parameters.Declarations}) : {Names.Requests}.IWriteRequest");
        KeyRequestEmitter.EmitWriteKey(writer, repository, pattern.Key, _parameters.Sources);
        writer.Line().Open($"public void Write({Names.WireWriter} writer)");
        if (pattern.Kind == WriteKind.Put)
        {
            writer.Line("writer.Raw(\",\\\"Item\\\":\"u8);");
            var method = pattern.IsMarked ? "MarkedItem" : "Item";
            writer.Line($"writer.{method}<{repository.Entity.FullName}, {repository.Entity.FullName}.{repository.Entity.Marshaller}>({Entity});");
        }
        else
        {
            writer.Line("writer.Raw(\",\\\"Key\\\":\"u8);").Line("WriteKey(writer);");
        }

        var writing = new ExpressionWriting(writer, repository.Entity, _parameters.Sources);
        EmitExpressions(writing);
        writer.Close();
        writing.ValueNames.Emit(writer, repository.Entity);
        EmitDemands();
        EmitVersions();
        EmitRepetition();
        writer.Close();
    }

    /// <summary>What becomes of the write where its answer was lost.</summary>
    private void EmitRepetition()
    {
        if (pattern.IsMarked)
        {
            writer.Line().Line("public static bool IsMarked => true;");
        }

        if (!pattern.IsRepeatable && pattern is { Result: not WriteResult.Action, IsIdempotent: false })
        {
            writer.Line().Line("public static bool IsRepeatable => false;");
        }
    }

    /// <summary>What is demanded of the item, by which a failure is told.</summary>
    private void EmitDemands()
    {
        if (pattern.Demands is not { } demands || demands is { IsThere: null, TimeToLive: null, Lock: null, Epoch: null })
        {
            return;
        }

        string[] arguments =
        [
            .. demands.IsThere is { } isThere ? [$"IsThere: {(isThere ? "true" : "false")}"] : Array.Empty<string>(),
            .. demands.TimeToLive is { } timeToLive ? [$"TimeToLive: {Text.Literal(timeToLive)}"] : Array.Empty<string>(),
            .. demands.Lock is { } counted ? [$"Lock: {Text.Literal(counted)}"] : Array.Empty<string>(),
            .. demands.Epoch is null ? Array.Empty<string>() : [$"Epoch: {Text.Literal(WriterEpochs.Attribute)}"],
        ];
        writer.Line().Line($"public static {Names.Requests}.ItemDemands Demands => new({string.Join(", ", arguments)});");
        if (pattern.Creates && demands.TimeToLive is not null)
        {
            writer.Line().Line("public static bool ReplacesExpired => true;");
        }

        if (demands.LockCount is { } count)
        {
            writer.Line().Line($"public long LockCount => {_parameters.Sources.Of(count)};");
        }

        if (demands.Epoch is { } epoch)
        {
            writer.Line().Line($"public long Epoch => {_parameters.Sources.Of(epoch)};");
        }
    }

    /// <summary>What is demanded of the item's version, and what brings an older item up to date.</summary>
    private void EmitVersions()
    {
        if (pattern.Versions is { } versions)
        {
            writer.Line().Line($"public static int Version => {Text.Number(versions.Version)};");
            if (versions.WriteAs is { } writeAs)
            {
                writer.Line().Line($"public static int WriteAs => {Text.Number(writeAs)};");
            }

            if (versions.Attributes.Count > 0)
            {
                writer.Line().Line("public static global::System.Collections.Generic.IReadOnlyList<string> VersionedAttributes =>");
                writer.Indented($"new[] {{ {string.Join(", ", versions.Attributes.Select(Text.Literal))} }};");
                if (repository.Lifecycle.UpdatedRegion is { } region)
                {
                    writer.Line().Line($"public static string? RegionAttribute => {Text.Literal(region.Attribute)};");
                }
            }
        }
    }

    private void EmitExpressions(ExpressionWriting writing)
    {
        if (pattern.WhenNew is not { } whenNew)
        {
            writing.Emit(pattern.Expressions);
            return;
        }

        writer.Open($"if ({Entity}.{Text.Identifier(repository.Lifecycle.Lock!.Property)} == 1)");
        writing.Emit(new WriteExpressions(whenNew, null));
        writer.Close().Open("else");
        writing.Emit(pattern.Expressions);
        writer.Close();
    }
}
