using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Streams;

/// <summary>Reads one method of a stream handler: which change of which entity it handles, and what it takes.</summary>
internal sealed class HandlerMethodParser(IMethodSymbol method, HandlerVerb verb, INamedTypeSymbol table, StreamView view, DeclarationProblems problems)
{
    private readonly List<HandlerParameter> _parameters = [];
    private INamedTypeSymbol? _entity;
    private EntityModel? _model;

    /// <summary>The method, or null with a problem.</summary>
    public ParsedHandlerMethod? Parse()
    {
        if (Misshape() is { } reason)
        {
            problems.Add(DeclarationRule.StreamHandler, method.Locations.FirstOrDefault(), method.Name, reason);
            return null;
        }

        var handled = new HandlerMethod(
            method.Name,
            new EquatableArray<HandlerArgument>(_parameters.Select(parameter => new HandlerArgument(parameter))),
            method.ReturnType.IsNamed("System.Threading.Tasks.Task"));
        return new ParsedHandlerMethod(verb, _entity?.PlainName(), _model, handled);
    }

    private string? Misshape()
    {
        if (method.IsGenericMethod || method.IsAbstract || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
        {
            return "it must be neither generic nor abstract, and have no ref, in or out parameters";
        }

        if (!method.ReturnType.IsNamed("System.Threading.Tasks.ValueTask") && !method.ReturnType.IsNamed("System.Threading.Tasks.Task"))
        {
            return "it must return ValueTask or Task";
        }

        var further = verb == HandlerVerb.Other ? TakeRecord() : TakeEntities();
        return further < 0 ? Demand : Further(further) ?? MissingImage();
    }

    private string Demand => verb switch
    {
        HandlerVerb.Other => "it must take a StreamRecord first",
        HandlerVerb.Modified => $"it must take one entity of '{table.Name}' first (the item after the change), or two (before and after)",
        HandlerVerb.Conflicted => $"it must take two entities of '{table.Name}' first (the lost one, and the one that stands)",
        HandlerVerb.Inserted => $"it must take one entity of '{table.Name}' first, the new item",
        _ => $"it must take one entity of '{table.Name}' first, the removed item",
    };

    private int TakeRecord()
    {
        if (method.Parameters.FirstOrDefault()?.Type.IsNamed("DynamoGen.Streams.StreamRecord") != true)
        {
            return -1;
        }

        _parameters.Add(HandlerParameter.Record);
        return 1;
    }

    /// <summary>Takes the entities that the parameters begin with; the number of them, or -1.</summary>
    private int TakeEntities()
    {
        var entities = method.Parameters.Select(parameter => parameter.Type).OfType<INamedTypeSymbol>()
            .TakeWhile(type => type.Has(DeclarationAttributes.Entity)).ToArray();
        if (entities.Length == 0
            || entities.Length > (verb is HandlerVerb.Modified or HandlerVerb.Conflicted ? 2 : 1)
            || (verb == HandlerVerb.Conflicted && entities.Length != 2)
            || entities.Any(entity => entity.PlainName() != entities[0].PlainName()))
        {
            return -1;
        }

        _entity = entities[0];
        _model = EntityOfUser.Parse(_entity, method.ContainingType, method.Locations.FirstOrDefault(), problems);
        if (entities.Length == 2 || IsBefore(method.Parameters[0]))
        {
            _parameters.Add(HandlerParameter.Before);
        }

        if (entities.Length == 2 || !IsBefore(method.Parameters[0]))
        {
            _parameters.Add(HandlerParameter.After);
        }

        return entities.Length;
    }

    /// <summary>Of a modified item, one parameter is the item after the change, unless its name says that it is the one before.</summary>
    private bool IsBefore(IParameterSymbol parameter) => verb == HandlerVerb.Removed || (verb == HandlerVerb.Modified && parameter.Name == "before");

    private string? Further(int taken)
    {
        if (_entity is not null && EntityParser.TableType(_entity)?.PlainName() is { } other && other != table.PlainName())
        {
            return $"'{_entity.Name}' is an entity of '{TypeNames.Readable(other)}', not of '{table.Name}'";
        }

        if (verb == HandlerVerb.Conflicted && _model is { Lifecycle.Lineage: null })
        {
            return $"'{_entity!.Name}' has no properties with [LineageMark] and [LineageBase], by which lost updates are seen";
        }

        foreach (var parameter in method.Parameters.Skip(taken))
        {
            if (Meaning(parameter) is not { } meaning)
            {
                return $"its parameter '{parameter.Name}' stands for nothing: behind what it handles, it can take {Choices}";
            }

            if (_parameters.Contains(meaning))
            {
                return $"it takes the same twice, also as '{parameter.Name}'";
            }

            _parameters.Add(meaning);
        }

        return null;
    }

    private HandlerParameter? Meaning(IParameterSymbol parameter) => parameter.Type switch
    {
        { Name: "StreamChange" } type when type.IsNamed("DynamoGen.Streams.StreamChange") => HandlerParameter.Change,
        { Name: "RemovalCause" } type when verb == HandlerVerb.Removed && type.IsNamed("DynamoGen.Streams.RemovalCause") => HandlerParameter.Cause,
        { Name: "ConflictContext" } type when verb == HandlerVerb.Conflicted && type.IsNamed("DynamoGen.Regions.Conflicts.ConflictContext") =>
            HandlerParameter.Conflict,
        _ when PatternParameters.IsCancellation(parameter) => HandlerParameter.Cancellation,
        { Name: var name } when verb == HandlerVerb.Modified && name == ChangesName => HandlerParameter.Changes,
        _ => null,
    };

    /// <summary>The generator, which writes the struct, sees no more of it than the name.</summary>
    private string? ChangesName => _model is null ? $"{_entity?.Name}Changes" : _model.Changes;

    private string Choices => verb switch
    {
        HandlerVerb.Conflicted => "a ConflictContext, a StreamChange and a CancellationToken",
        HandlerVerb.Removed => "a StreamChange, a RemovalCause and a CancellationToken",
        HandlerVerb.Modified when ChangesName is { } changes => $"a StreamChange, the generated {changes} and a CancellationToken",
        _ => "a StreamChange and a CancellationToken",
    };

    private string? MissingImage()
    {
        var needsOld = _parameters.Contains(HandlerParameter.Before) || _parameters.Contains(HandlerParameter.Changes);
        var needsNew = _parameters.Contains(HandlerParameter.After) || _parameters.Contains(HandlerParameter.Changes);
        return needsOld && view is not (StreamView.OldImage or StreamView.NewAndOldImages) ? Without("before")
            : needsNew && view is not (StreamView.NewImage or StreamView.NewAndOldImages) ? Without("after")
            : null;
    }

    private string Without(string image) => $"it needs the item {image} the change, which a stream of StreamView.{view} does not carry";
}
