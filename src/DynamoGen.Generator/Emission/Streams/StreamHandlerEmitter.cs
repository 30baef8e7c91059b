using DynamoGen.Declarations.Streams;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Streams;

/// <summary>Writes the dispatch of a stream handler: from a record to the method that handles it.</summary>
internal sealed class StreamHandlerEmitter
{
    private readonly StreamHandlerModel _handler;
    private readonly SourceWriter _writer;
    private readonly string _contract;

    private StreamHandlerEmitter(StreamHandlerModel handler)
    {
        _handler = handler;
        _writer = new SourceWriter().OpenFile(handler.Type);
        _contract = $"{Names.StreamDispatch}.IEntityDispatch<{handler.Type.FullName}>";
    }

    public static string Emit(StreamHandlerModel handler) => new StreamHandlerEmitter(handler).Emit();

    private string Emit()
    {
        _writer.Open($"{Text.Declaration(_handler.Type.Declaration)} : {_contract}");
        EmitSchema();
        _writer.Line().Line(Text.InheritDoc);
        _writer.Line($"{Names.ValueTask} global::DynamoGen.Streams.IStreamHandler.HandleAsync("
            + $"{Names.StreamRecord} record, {Names.CancellationToken} cancellationToken) =>");
        _writer.Indented($"{Names.StreamDispatch}.StreamDispatch.HandleAsync(this, record, cancellationToken);");
        EmitDispatch("InsertedAsync", entity => entity.Inserted);
        EmitDispatch("ModifiedAsync", entity => entity.Modified);
        EmitDispatch("RemovedAsync", entity => entity.Removed);
        EmitConflicts();
        return _writer.Close().CloseFile(_handler.Type);
    }

    private void EmitSchema()
    {
        var changes = _handler.Entities.SelectMany(Handled).ToArray();
        _writer.Line(Text.InheritDoc);
        _writer.Line($"static {Names.StreamDispatch}.StreamHandlerSchema {_contract}.Schema {{ get; }} =").Indent();
        _writer.Line($"{Names.StreamDispatch}.StreamHandlerSchema.Of<{_handler.TableType}>(").Indent();
        _writer.Line($"{Text.Literal(_handler.Name)},");
        _writer.Line($"{(_handler.Other is null ? "false" : "true")}{(changes.Length == 0 ? ");" : ",")}");
        for (var i = 0; i < changes.Length; i++)
        {
            _writer.Line($"new {Names.StreamDispatch}.HandledChange({Text.Literal(changes[i].Entity)}, global::DynamoGen.Streams.ChangeKind.{changes[i].Kind})"
                + (i == changes.Length - 1 ? $"){Members()};" : ","));
        }

        _writer.Outdent().Outdent();
    }

    /// <summary>Where the items of the entities carry marks of their writes, and by what keys they are known; nothing where neither is needed.</summary>
    private string Members()
    {
        var lineages = _handler.Entities.Where(entity => entity.Lineage is not null).Select(entity => $"new {Names.ItemLineage}("
            + $"{Text.Literal(entity.Entity.Name)}, {Text.Literal(entity.Lineage!.Mark)}, {Text.Literal(entity.Lineage.Base)}"
            + $"{(entity.Lineage.TimeToLive is { } timeToLive ? $", {Text.Literal(timeToLive)}" : string.Empty)})").ToArray();
        var beginnings = _handler.Entities.Where(entity => entity.Entity.Beginning is not null)
            .Select(entity => $"({Text.Literal(entity.Entity.Name)}, {entity.Entity.FullName}.{entity.Entity.Marshaller}.Beginning!)").ToArray();
        var members = new[] { ("Lineages", lineages), ("Beginnings", beginnings) }.Where(member => member.Item2.Length > 0)
            .Select(member => $"{member.Item1} = [{string.Join(", ", member.Item2)}]").ToArray();
        return members.Length == 0 ? string.Empty : $" with {{ {string.Join(", ", members)} }}";
    }

    private void EmitConflicts()
    {
        var handled = _handler.Entities.Where(entity => entity.Conflicted is not null).ToArray();
        if (handled.Length == 0)
        {
            return;
        }

        _writer.Line().Line(Text.InheritDoc);
        _writer.Line($"{Names.ValueTask} {_contract}.ConflictedAsync(").Indent();
        _writer.Line($"{Names.Span} entity, {Names.StreamRecord} record, {Names.ConflictContext} context, {Names.CancellationToken} cancellationToken)");
        _writer.Outdent().OpenBlock();
        foreach (var entity in handled)
        {
            _writer.Open($"if (global::System.MemoryExtensions.SequenceEqual(entity, {Text.Utf8(entity.Entity.Name)}))");
            _writer.Line($"return {Called(entity.Conflicted!, entity)};").Close();
        }

        _writer.Line("return default;").Close();
    }

    private static IEnumerable<(string Entity, string Kind)> Handled(HandledEntity entity) =>
        new[] { (entity.Inserted, "Inserted"), (entity.Modified ?? entity.Conflicted, "Modified"), (entity.Removed, "Removed") }
            .Where(method => method.Item1 is not null).Select(method => (entity.Entity.Name, method.Item2));

    private void EmitDispatch(string name, Func<HandledEntity, HandlerMethod?> methodOf)
    {
        _writer.Line().Line(Text.InheritDoc);
        _writer.Line($"{Names.ValueTask} {_contract}.{name}(").Indent();
        _writer.Line($"{Names.Span} entity, {Names.StreamRecord} record, {Names.CancellationToken} cancellationToken)").Outdent();
        _writer.OpenBlock();
        foreach (var entity in _handler.Entities)
        {
            var method = methodOf(entity);
            if (method is null && _handler.Other is null)
            {
                continue;
            }

            _writer.Open($"if (global::System.MemoryExtensions.SequenceEqual(entity, {Text.Utf8(entity.Entity.Name)}))");
            EmitCall(entity, method);
            _writer.Close();
        }

        _writer.Line($"return {(_handler.Other is null ? "default" : Called(_handler.Other, null))};").Close();
    }

    private void EmitCall(HandledEntity entity, HandlerMethod? method)
    {
        if (method is null)
        {
            _writer.Line("return default;");
            return;
        }

        if (method.Takes(HandlerParameter.Changes))
        {
            _writer.Line($"var before = {Image(entity, "Before")};").Line($"var after = {Image(entity, "After")};");
        }

        _writer.Line($"return {Called(method, entity)};");
    }

    private static string Called(HandlerMethod method, HandledEntity? entity)
    {
        var isCompared = method.Takes(HandlerParameter.Changes);
        var arguments = method.Parameters.Select(argument => argument.Is switch
        {
            HandlerParameter.Before => isCompared ? "before" : Image(entity!, "Before"),
            HandlerParameter.After => isCompared ? "after" : Image(entity!, "After"),
            HandlerParameter.Record => "record",
            HandlerParameter.Change => "record.Change",
            HandlerParameter.Changes => $"{entity!.Changes}.Between(before, after)",
            HandlerParameter.Conflict => "context",
            HandlerParameter.Cause => "record.Change.RemovalCause",
            _ => "cancellationToken",
        });
        var call = $"{Text.Identifier(method.Name)}({string.Join(", ", arguments)})";
        return method.ReturnsTask ? $"new {Names.ValueTask}({call})" : call;
    }

    private static string Image(HandledEntity entity, string which) =>
        $"{Names.StreamDispatch}.StreamDispatch.{which}<{entity.Entity.FullName}, {entity.Entity.FullName}.{entity.Entity.Marshaller}>(record)";
}
