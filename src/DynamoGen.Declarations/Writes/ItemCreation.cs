using System.Globalization;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Writes;

/// <summary>
/// Adds to an update what the item needs where there is none yet: the marks of its entity, its primary key's properties, its index keys, and properties without
/// which it could not be read, which the method takes as parameters. An item that is there keeps what it has of them.
/// </summary>
internal sealed class ItemCreation(IMethodSymbol method, EntityModel model, ExpressionScope scope, UpdateClauses clauses)
{
    private readonly Dictionary<string, ValueSource> _known = [];

    /// <summary>The parameters that were taken beside those of the expressions and those of the primary key.</summary>
    public HashSet<string> TakenParameters { get; } = [];

    /// <exception cref="ExpressionException">A new item would lack something.</exception>
    public void Apply()
    {
        if (model.Keys[0].Parts.FirstOrDefault(part => part.ComputedFrom.Count > 0) is { } computed)
        {
            throw new ExpressionException($"makes the item, of whose primary key '{computed.Text}' is computed; Put the whole item");
        }

        if (model.Marks.AreWritten)
        {
            Set(model.Marks.Type, new ConstantValue(ConstantKind.Text, model.Name));
            Set(model.Marks.Version, new ConstantValue(ConstantKind.Number, model.Version.ToString(CultureInfo.InvariantCulture)));
        }

        var made = model.Written?.Downcasters.FirstOrDefault(downcaster => !IsWritten(downcaster.Attribute) && !IsRemoved(downcaster.Attribute));
        if (made is not null || model.Written?.Item is not null)
        {
            throw new ExpressionException($"makes the item in the form of version {model.Written!.Version}, of which "
                + $"'{made?.Method ?? model.Written.Item!.Method}' yields a part from the whole item; Put that");
        }

        var keys = new HashSet<string>(model.Keys[0].Attributes.Select(attribute => attribute.Attribute));
        var missing = model.Shape.Members.Where(member => member.IsStored && !keys.Contains(member.Attribute) && !IsSet(member) && !IsMade(member))
            .Where(member => !TryAdd(member)).ToArray();
        if (missing.Length > 0)
        {
            throw new ExpressionException($"makes the item without {string.Join(" and ", missing.Select(member => $"'{member.Property}'"))}, "
                + "without which it could not be read; set it, or take it as a parameter "
                + $"'{Identifiers.Camel(missing[0].Property)}', which only a new item gets");
        }

        foreach (var key in model.Keys.Where(key => key.Index is not null))
        {
            AddKey(key);
        }
    }

    private bool IsSet(MemberModel member) => member == model.Lifecycle.Lock
        || (clauses.Touched.TryGetValue(member.Property, out var touched) && !touched.IsRemoved);

    /// <summary>Whether upcasters make it of attributes that other properties hold.</summary>
    private bool IsMade(MemberModel member) => model.Written?.Of(member.Property) is { Attribute: null };

    /// <summary>Gives a new item the property, if a parameter or the time of the call has it; whether the item can be read then.</summary>
    private bool TryAdd(MemberModel member)
    {
        if (member == model.Lifecycle.CreatedAt)
        {
            var time = new ClockSource(ScalarTypes.IsDateTime(member.Value) ? ClockForm.DateTime : ClockForm.DateTimeOffset);
            _known[member.Property] = time;
            SetIfNew(member.Attribute, new TypedValue(member.Value.WithoutNull, time));
            return true;
        }

        var isOfKey = model.Keys[0].Parts.Any(part => part.IsPlaceholder && part.Text == member.Property);
        var isNeeded = member is { Absence: AbsenceMeaning.Error, Value: not (NullableValue or SetValue) };
        if (PatternParameters.Giving(method.Parameters, member.Property, model.HasNameLike) is not { } parameter)
        {
            return !isNeeded;
        }

        if (!isOfKey && !isNeeded && scope.UsedParameters.Contains(parameter.Name))
        {
            return true;
        }

        if (!isOfKey && !isNeeded)
        {
            throw new ExpressionException($"takes '{parameter.Name}' for a new item, from which an item that has no '{member.Property}' cannot be told; "
                + "set it in the update");
        }

        if (PatternParameters.IsNullable(parameter) || parameter.Type.PlainName() != member.Value.WithoutNull.TypeName)
        {
            throw new ExpressionException($"makes the item with '{parameter.Name}', which must be {TypeNames.Readable(member.Value.WithoutNull.TypeName)}");
        }

        var source = new ParameterSource(parameter.Name);
        _known[member.Property] = source;
        if (isOfKey)
        {
            Set(member.Attribute, new TypedValue(member.Value.WithoutNull, source));
        }
        else
        {
            TakenParameters.Add(parameter.Name);
            SetIfNew(member.Attribute, new TypedValue(member.Value.WithoutNull, source));
        }

        return true;
    }

    /// <summary>Gives a new item the attributes of an index key that the update itself does not set.</summary>
    private void AddKey(KeyModel key)
    {
        var attributes = key.Attributes.Where(attribute => !attribute.IsMember && !IsOfTable(attribute) && !IsWritten(attribute.Attribute)).ToArray();
        if (attributes.Length == 0)
        {
            return;
        }

        var parts = key.Attributes.Where(attribute => !IsWritten(attribute.Attribute)).SelectMany(attribute => attribute.Parts);
        if (parts.FirstOrDefault(part => part.IsPlaceholder && Value(part) is null) is { } unknown)
        {
            if (unknown is { IsNullable: true, IsComputed: false })
            {
                return;
            }

            throw new ExpressionException(unknown.IsComputed
                ? $"makes the item, of whose key in index '{key.Index}' the part '{unknown.Text}' is computed; Put the whole item"
                : $"makes the item without '{unknown.Text}', of which its key in index '{key.Index}' is made; set it, or take it as a parameter");
        }

        foreach (var attribute in attributes)
        {
            var bound = attribute.Parts.Select(part => new BoundPart(part, part.IsPlaceholder ? Value(part) : null));
            var shard = attribute.Parts.Any(part => part.Kind == KeyPartKind.Shard) ? ShardParts(key) : [];
            SetIfNew(attribute.Attribute, new KeyValue(key, attribute, new EquatableArray<BoundPart>(bound), new EquatableArray<BoundPart>(shard)));
        }
    }

    /// <summary>What a part of an index key is made of where the item is new; null where that is not known.</summary>
    private ValueSource? Value(KeyPart part) =>
        part.IsComputed ? null
        : clauses.Of(part) is { } touched ? touched.Value
        : part.Path.Count > 0 ? (_known.TryGetValue(part.Path[0].Property, out var whole) ? UpdateClauses.Inside(part, whole, 1) : null)
        : _known.TryGetValue(part.Text, out var known) ? known
        : OfPrimaryKey(part);

    private ValueSource? OfPrimaryKey(KeyPart part) => model.Keys[0].Parts.Any(own => own.Text == part.Text)
        && PatternParameters.Giving(method.Parameters, part.Text, model.HasNameLike) is { } parameter
        && parameter.Type.PlainName() == part.TypeName
            ? new ParameterSource(parameter.Name)
            : null;

    private IEnumerable<BoundPart> ShardParts(KeyModel key) => key.ShardParts(model.Keys[0]).Select(part => new BoundPart(part, Value(part)));

    /// <summary>Whether an attribute of a local index is one of the table's key, which the request names and no update writes.</summary>
    private bool IsOfTable(KeyAttributeModel attribute) => model.Keys[0].Attributes.Any(own => own.Attribute == attribute.Attribute);

    private bool IsWritten(string attribute) => clauses.Sets.Concat<UpdateAction>(clauses.Adds).Any(action => action.Path == ItemPath.Of(attribute));

    private bool IsRemoved(string attribute) => clauses.Removes.Any(action => action.Path == ItemPath.Of(attribute));

    private void Set(string attribute, RequestValue value) => clauses.Sets.Add(new SetAction(ItemPath.Of(attribute), new OperandTerm(new ValueOperand(value))));

    private void SetIfNew(string attribute, RequestValue value) => clauses.Sets.Add(
        new SetAction(ItemPath.Of(attribute), new IfNotExistsTerm(ItemPath.Of(attribute), new OperandTerm(new ValueOperand(value)))));
}
