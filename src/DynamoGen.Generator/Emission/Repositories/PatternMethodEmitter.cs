using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Entities;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the method of one access pattern.</summary>
internal sealed class PatternMethodEmitter(SourceWriter writer, RepositoryModel repository, AccessPatternModel pattern, RepositoryNames names)
{
    private readonly FreeNames _locals = new(pattern.Parameters.Select(parameter => parameter.Name));

    private string PrimaryKey => repository.PrimaryKey;

    /// <summary>What the request's own items are read as, and by what.</summary>
    private string Types => pattern.Form switch
    {
        null => $"{repository.EntityType}, {repository.Marshaller}",
        { Hydration: Hydration.Batch } => $"{PrimaryKey}, {PrimaryKey}",
        { } form => $"{form.TypeName}, {form.Reader}",
    };

    private string Cancellation => pattern.Cancellation ?? "default";

    private string Clock => names.Context + ".UtcNow";

    /// <summary>Whether the method reads the clock once, for all that it writes.</summary>
    private bool IsTimed => pattern.Write!.Stamps.Count > 0 || pattern.Write is { Result: WriteResult.Written, Kind: WriteKind.Put };

    private string AsTask => pattern.ReturnsTask ? ".AsTask()" : string.Empty;

    /// <param name="signature">The return type, the name and the parameters.</param>
    public void Emit(string signature)
    {
        if (pattern.Condition is null)
        {
            EmitMany(signature);
        }
        else if (pattern.Write is { Result: WriteResult.Written, Kind: WriteKind.Put })
        {
            EmitWritten(signature);
        }
        else if (pattern.Write is { Result: WriteResult.Written })
        {
            var missing = $"throw new {Names.ItemFormatException}({Text.Literal(repository.EntityName)}, null, \"the item after the update\", \"nothing\")";
            writer.Open("async " + signature).Line($"return await {Write(string.Empty)}.ConfigureAwait(false) ?? {missing};").Close();
        }
        else if (pattern is { Expiry: not null, IsAction: false })
        {
            EmitUnexpired(signature);
        }
        else if (pattern.Write is { Stamps.Count: > 0 })
        {
            writer.Open(signature).Line($"var {pattern.Clock} = {Clock};").Line($"return {Write(Entity())}{AsTask};").Close();
        }
        else
        {
            writer.Line($"{signature} =>");
            writer.Line($"    {(pattern.Write is null ? Read() : Write(Entity()))}{AsTask};");
        }
    }

    private void EmitMany(string signature)
    {
        var field = names.Pattern(pattern);
        var consistent = pattern.ConsistentRead ? "true" : "false";
        var call = pattern.Kind switch
        {
            AccessPatternKind.Scan => $"ScanAsync<{Types}>({field}, {pattern.Segments ?? "1"}, {consistent}, {Cancellation})",
            AccessPatternKind.RepairUnique => $"RepairUniqueAsync<{Types}>({field}, {pattern.Segments ?? "1"}, {repository.EntityType}.{repository.Uniqueness!.Values}, {UniquenessEmitter.Attributes(repository.Uniqueness)}, {Cancellation})",
            AccessPatternKind.GetMany => $"GetManyAsync<{Types}, {repository.PrimaryKey}>({field}, {pattern.Many}, {consistent}, {Cancellation})",
            AccessPatternKind.PutMany => $"PutManyAsync<{Types}>({field}, {StampedMany()}, {Cancellation})",
            _ => $"DeleteManyAsync<{repository.PrimaryKey}>({field}, {pattern.Many}, {Cancellation})",
        };
        if (pattern.Expiry is not null)
        {
            EmitUnexpiredMany(signature, call);
        }
        else if (pattern.Stamps.Count > 0)
        {
            writer.Open(signature).Line($"var {pattern.Clock} = {Clock};").Line($"return {names.Context}.{call}{AsTask};").Close();
        }
        else
        {
            writer.Line($"{signature} =>").Line($"    {names.Context}.{call}{AsTask};");
        }
    }

    private string StampedMany() => pattern.Stamps.Count == 0
        ? pattern.Many!
        : $"global::System.Linq.Enumerable.Select({pattern.Many}, item => item with {{ {string.Join(", ", pattern.Stamps)} }})";

    private void EmitUnexpiredMany(string signature, string call)
    {
        var found = _locals.Take("found");
        var cancellation = pattern.Cancellation;
        var enumerated = cancellation is null ? signature : signature.Replace($"global::System.Threading.CancellationToken {cancellation}", $"[global::System.Runtime.CompilerServices.EnumeratorCancellation] global::System.Threading.CancellationToken {cancellation}");
        writer.Open("async " + enumerated).Line($"var {pattern.Clock} = {Clock};");
        writer.Open($"await foreach (var {found} in global::System.Threading.Tasks.TaskAsyncEnumerableExtensions.ConfigureAwait({names.Context}.{call}, false))");
        writer.Open($"if (!({pattern.Expiry!.Replace("{0}", found)}))").Line($"yield return {found};").Close().Close().Close();
    }

    /// <summary>What is written is what the caller gets, with what the write itself has set.</summary>
    private void EmitWritten(string signature)
    {
        var written = _locals.Take("written");
        writer.Open("async " + signature);
        if (pattern.Write!.Stamps.Count > 0 || PatternLocals.NeedsClock(pattern))
        {
            writer.Line($"var {pattern.Clock} = {Clock};");
        }

        writer.Line($"var {written} = {Entity()};");
        writer.Line($"await {Write(written)}.ConfigureAwait(false);").Line($"return {written};").Close();
    }

    private void EmitUnexpired(string signature)
    {
        var found = _locals.Take("found");
        writer.Open("async " + signature);
        writer.Line($"var {found} = await {Read()}.ConfigureAwait(false);").Line($"var {pattern.Clock} = {Clock};");
        writer.Line($"return {found} is not null && {pattern.Expiry!.Replace("{0}", found)} ? null : {found};").Close();
    }

    /// <summary>The entity that is written: a copy with what the write sets by itself.</summary>
    private string Entity()
    {
        if (pattern.EntityParameter is not { } entity)
        {
            return string.Empty;
        }

        var given = Text.NotNull(entity);
        return pattern.Write!.Stamps.Count == 0 ? given : $"({given}) with {{ {string.Join(", ", pattern.Write.Stamps)} }}";
    }

    private string Write(string entity)
    {
        var request = $"new {names.Request(pattern)}({PatternLocals.Arguments(pattern, entity, IsTimed ? pattern.Clock! : Clock)})";
        var field = names.Pattern(pattern);
        if (pattern.Write!.Unique is { } unique)
        {
            var arguments = $"{field}, {request}, {Text.Literal(repository.EntityName)}, {UniquenessEmitter.Changes(repository, unique)}";
            return pattern.Write.Result switch
            {
                WriteResult.Action => $"{names.Context}.UniqueAction({arguments})",
                WriteResult.Succeeded => $"{names.Context}.TryWriteUniqueAsync({arguments}, {Cancellation})",
                _ => $"{names.Context}.WriteUniqueAsync({arguments}, {Cancellation})",
            };
        }

        return (pattern.Write.Result, pattern.Write.Kind) switch
        {
            (WriteResult.Action, _) => $"{names.Context}.Action({field}, {request})",
            (WriteResult.Succeeded, _) => $"{names.Context}.TryWriteAsync({field}, {request}, {Cancellation})",
            (WriteResult.Replaced, _) => Returning("Old"),
            (WriteResult.Written, WriteKind.Update) => Returning("New"),
            _ => $"{names.Context}.WriteAsync({field}, {request}, {Cancellation})",
        };

        string Returning(string values) => $"{names.Context}.WriteReturningAsync<{Types}, {names.Request(pattern)}>({field}, {request}, {Names.Repositories}.ReturnedValues.{values}, {Cancellation})";
    }

    private string Read()
    {
        var field = names.Pattern(pattern);
        var structName = names.Request(pattern);
        var request = $"new {structName}({PatternLocals.Arguments(pattern, null, Clock)})";
        var consistent = pattern.ConsistentRead ? "true" : "false";
        var limit = pattern.Kind switch
        {
            AccessPatternKind.QueryPage => "null",
            AccessPatternKind.QueryFirst when pattern.Form is { Hydration: Hydration.Batch } => "1",
            _ => pattern.Limit ?? "null",
        };
        var options = $"new {Names.Repositories}.QueryOptions({(pattern.Descending ? "true" : "false")}, {consistent}, {limit})";
        if (pattern.Form is { Hydration: Hydration.Batch })
        {
            return Hydrated(field, structName, request, options);
        }

        return pattern.Kind switch
        {
            AccessPatternKind.Get when pattern.IsAction => $"{names.Context}.ReadAction<{Types}, {structName}>({field}, {request})",
            AccessPatternKind.Get => $"{names.Context}.GetItemAsync<{Types}, {structName}>({field}, {request}, {consistent}, {Cancellation})",
            AccessPatternKind.QueryList => $"{names.Context}.QueryListAsync<{Types}, {structName}>({field}, {request}, {options}, {Cancellation})",
            AccessPatternKind.QueryFirst => $"{names.Context}.QueryFirstAsync<{Types}, {structName}>({field}, {request}, {options}, {Cancellation})",
            AccessPatternKind.QueryCollection => $"{names.Context}.QueryCollectionAsync<{pattern.Collection!.TypeName}, {names.Assembler(pattern)}, {structName}>({field}, {request}, {options}, {Cancellation})",
            AccessPatternKind.QueryPage => Page(field, structName, request, options),
            _ => Stream(field, structName, request, options),
        };
    }

    private string Sharded => pattern.Condition!.Key.Shards > 1 ? "Shards" : string.Empty;

    private string Stream(string field, string structName, string request, string options) =>
        $"{names.Context}.Query{Sharded}Async<{Types}, {structName}>({field}, {request}, {options}, {Cancellation})";

    private string Page(string field, string structName, string request, string options) =>
        $"{names.Context}.Query{Sharded}PageAsync<{Types}, {structName}>({field}, {request}, {options}, {pattern.Limit}, {pattern.Cursor}, {Identity()}, {Cancellation})";

    /// <summary>The index is asked for keys, and the table for the items of the keys.</summary>
    private string Hydrated(string field, string structName, string request, string options)
    {
        var types = $"{repository.EntityType}, {repository.Marshaller}, {PrimaryKey}";
        var (method, keys) = pattern.Kind switch
        {
            AccessPatternKind.QueryPage => ("HydratePageAsync", Page(field, structName, request, options)),
            AccessPatternKind.QueryList => ("HydrateListAsync", Stream(field, structName, request, options)),
            AccessPatternKind.QueryFirst => ("HydrateFirstAsync", Stream(field, structName, request, options)),
            _ => ("HydrateAsync", Stream(field, structName, request, options)),
        };
        return $"{names.Context}.{method}<{types}>({names.Hydration(pattern)}, {keys}, {Cancellation})";
    }

    /// <summary>The parameters of a page's query without the time, which differs from page to page.</summary>
    private string Identity() => PatternLocals.NeedsClock(pattern) ? $"new {names.Request(pattern)}({PatternLocals.Arguments(pattern, null, "default")})" : "null";
}
