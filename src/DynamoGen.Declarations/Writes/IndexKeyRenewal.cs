using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Writes;

/// <summary>
/// Keeps index keys in step with an update: a key that an updated property is part of is built anew from the new value, from the primary key and from
/// further parameters, whose stored values then are a condition. What cannot be built is a build error, so that no index key can go stale.
/// </summary>
internal sealed class IndexKeyRenewal(IMethodSymbol method, EntityModel model, ExpressionScope scope, UpdateClauses clauses)
{
    private readonly HashSet<string> _written = [];
    private readonly NumberKeyRenewal _numbers = new(model, clauses);

    /// <summary>The parameters that were taken beside those of the expressions.</summary>
    public HashSet<string> TakenParameters { get; } = [];

    public List<Condition> Conditions { get; } = [];

    /// <exception cref="ExpressionException">A part of a key is not known.</exception>
    public void Apply()
    {
        foreach (var key in model.Keys.Where(key => key.Index is not null))
        {
            RefuseComputed(key);
        }

        foreach (var key in model.Keys.Where(key => key.Index is not null && key.Parts.Any(IsTouched)))
        {
            if (key.Parts.FirstOrDefault(part => clauses.Of(part) is { IsRemoved: true }) is { } removed)
            {
                if (!removed.IsNullable)
                {
                    throw new ExpressionException($"removes '{removed.PathText}', without which the item would leave index '{key.Index}' "
                        + "until it is put again; set it to a value, or let the property be null");
                }

                clauses.Removes.AddRange(key.Attributes.Where(attribute => !attribute.IsMember).Select(attribute => attribute.Attribute)
                    .Where(IsOfNoOtherKey(key)).Where(_written.Add).Select(name => new RemoveAction(ItemPath.Of(name))));
                continue;
            }

            // An item that was not in the index, because the value was missing, gets all of the key.
            var isEntering = key.Parts.Any(part => IsTouched(part) && part.IsNullable);
            foreach (var attribute in key.Attributes
                .Where(attribute => !attribute.IsMember && !IsOfTable(attribute) && (isEntering || attribute.Parts.Any(IsTouched))
                    && _written.Add(attribute.Attribute)))
            {
                Renew(key, attribute);
            }
        }
    }

    private void Renew(KeyModel key, KeyAttributeModel attribute)
    {
        if (_numbers.TryFollow(attribute))
        {
            return;
        }

        var renewal = new AttributeRenewal(model, clauses, attribute);
        var parts = attribute.Parts.Select(part => new BoundPart(part, part.IsPlaceholder ? Value(key, part, renewal) : null)).ToArray();
        var shard = attribute.Parts.Any(part => part.Kind == KeyPartKind.Shard) ? ShardParts(key, renewal) : [];
        var value = new KeyValue(key, attribute, new EquatableArray<BoundPart>(parts), new EquatableArray<BoundPart>(shard));
        var path = ItemPath.Of(attribute.Attribute);
        clauses.Sets.Add(new SetAction(path, new OperandTerm(new ValueOperand(value)), renewal.WhenSet));
        if (renewal.WhenRemoved is { } isRemoved)
        {
            clauses.Removes.Add(new RemoveAction(path, isRemoved));
        }
    }

    /// <summary>What a getter makes of the new values only shows once there is an object that has them all.</summary>
    private void RefuseComputed(KeyModel key)
    {
        foreach (var part in key.Parts)
        {
            if (part.IsComputed && part.ComputedFrom.FirstOrDefault(clauses.Touched.ContainsKey) is { } changed)
            {
                throw new ExpressionException($"updates '{changed}', from which '{part.Text}' in the key of index '{key.Index}' is computed; "
                    + "read the item and Replace it, which computes the key anew");
            }
        }
    }

    /// <summary>Whether an attribute of a local index is one of the table's key, which no update writes.</summary>
    private bool IsOfTable(KeyAttributeModel attribute) => model.Keys[0].Attributes.Any(own => own.Attribute == attribute.Attribute);

    private Func<string, bool> IsOfNoOtherKey(KeyModel key) =>
        attribute => model.Keys.All(other => other == key || other.Attributes.All(shared => shared.Attribute != attribute));

    private bool IsTouched(KeyPart part) => clauses.Of(part) is not null;

    private ValueSource Value(KeyModel key, KeyPart part, AttributeRenewal renewal)
    {
        if (clauses.Of(part) is not { } touched)
        {
            return Current(key, part, renewal);
        }

        var value = touched.Value
            ?? throw new ExpressionException(
                $"updates '{part.PathText}', which is part of the key of index '{key.Index}', without saying its new value; set it from a parameter"
                    + _numbers.Cure(key, part));
        return value is ChangeSource change && !renewal.Gives(part)
            ? new ChangedSource(change, Current(key, part, renewal), part.IsNullable ? ChangeKind.Set : ChangeKind.Given)
            : value;
    }

    /// <summary>What the stored item has, by a parameter, which becomes a condition.</summary>
    private ParameterSource Current(KeyModel key, KeyPart part, AttributeRenewal renewal)
    {
        var property = part.Text;
        var parameter = PatternParameters.Giving(method.Parameters, part.Text, model.HasNameLike)
            ?? throw new ExpressionException(
                $"changes the key of index '{key.Index}' (\"{key.Partition.Template}\"{(key.Sort is null ? string.Empty : $", \"{key.Sort.Template}\"")}), "
                    + $"which also needs '{property}'; take it as a parameter");
        if (PatternParameters.IsNullable(parameter) || parameter.Type.PlainName() != part.TypeName)
        {
            throw new ExpressionException($"needs '{parameter.Name}' for the key of index '{key.Index}' as {TypeNames.Readable(part.TypeName)}");
        }

        if (part.IsComputed)
        {
            throw new ExpressionException(
                $"changes the key of index '{key.Index}', of which '{property}' is computed, so that no parameter can be checked for it; "
                    + "read the item and Replace it");
        }

        var source = new ParameterSource(parameter.Name);
        if (model.Keys[0].Parts.All(own => own.Text != part.Text) && TakenParameters.Add(parameter.Name))
        {
            var path = new OperandBinder(scope).Path(part);
            var isCurrent = TypedValues.AreEqual(path, new TypedValue(path.Type, source));
            Conditions.Add(renewal.WhenSet is { } isRenewed ? new WhereGiven(isRenewed, isCurrent) : isCurrent);
        }

        return source;
    }

    private BoundPart[] ShardParts(KeyModel key, AttributeRenewal renewal) =>
        [.. key.ShardParts(model.Keys[0]).Select(part => new BoundPart(part, Value(key, part, renewal)))];
}
