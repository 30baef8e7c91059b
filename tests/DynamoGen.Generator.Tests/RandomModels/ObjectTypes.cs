using System.Reflection;
using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>A property of a drawn type.</summary>
/// <param name="Property">The property's name, without an escape.</param>
/// <param name="Attribute">The attribute it is stored in.</param>
/// <param name="Type">Its type.</param>
/// <param name="OmitsDefault">Whether it carries <c>[OmitDefault]</c>.</param>
internal sealed record StoredMember(string Property, string Attribute, StoredType Type, bool OmitsDefault = false)
{
    /// <summary>Whether the property was declared with an initial value, beside which null is stored as NULL.</summary>
    public bool HasInitialValue { get; set; }
}

/// <summary>A class, record or struct, stored as a map of its properties.</summary>
internal sealed class ObjectType(string name, params StoredMember[] members) : StoredType(name)
{
    private static readonly ConditionalWeakTable<Dictionary<string, AttributeValue>, ObjectType> Maps = [];

    /// <summary>Set later only where the type holds itself.</summary>
    public IReadOnlyList<StoredMember> Members { get; set; } = members;

    /// <summary>The attribute that names the type among those derived from one, and the name.</summary>
    public (string Attribute, string Name)? Discriminator { get; init; }

    public override bool CanOmitDefault => false;

    /// <summary>
    /// Whether a map is one of an object that drops what it does not know, in which unknown attributes do not matter, rather than a dictionary's.
    /// </summary>
    public static bool IsOne(Dictionary<string, AttributeValue> map) => Maps.TryGetValue(map, out _);

    public override object Draw(Type type, RandomValues values)
    {
        var constructor = type.GetConstructors().Where(constructor => !IsCopy(constructor, type)).MaxBy(constructor => constructor.GetParameters().Length);
        var parameters = constructor?.GetParameters() ?? [];
        var arguments = parameters.Select(parameter => values.Property(() => Members.Single(member => member.Property == parameter.Name).Type
            .Draw(parameter.ParameterType, values))).ToArray();
        var drawn = constructor?.Invoke(arguments) ?? RuntimeHelpers.GetUninitializedObject(type);
        foreach (var member in Members.Where(member => parameters.All(parameter => parameter.Name != member.Property)))
        {
            var property = type.GetProperty(member.Property)!;
            property.SetValue(drawn, values.Property(() => member.Type.Draw(property.PropertyType, values)));
        }

        return drawn;
    }

    public override AttributeValue Expect(object? value) => new() { M = Attributes(value!) };

    public Dictionary<string, AttributeValue> Attributes(object value)
    {
        var map = new Dictionary<string, AttributeValue>();
        if (Discriminator is { } discriminator)
        {
            map.Add(discriminator.Attribute, new AttributeValue { S = discriminator.Name });
        }

        foreach (var member in Members)
        {
            var stored = value.GetType().GetProperty(member.Property)!.GetValue(value);
            if (member.Type is CatchAllType)
            {
                member.Type.Expect(stored).M.ToList().ForEach(pair => map.Add(pair.Key, pair.Value));
            }
            else if (stored is null && member.HasInitialValue && member.Type is NullableType)
            {
                map.Add(member.Attribute, new AttributeValue { NULL = true });
            }
            else if (!member.Type.IsLeftOut(stored) && !(member.OmitsDefault && member.Type.IsDefault(stored) == true))
            {
                map.Add(member.Attribute, member.Type.Expect(stored));
            }
        }

        if (Members.All(member => member.Type is not CatchAllType))
        {
            Maps.Add(map, this);
        }

        return map;
    }

    private static bool IsCopy(ConstructorInfo constructor, Type type) => constructor.GetParameters() is [{ } parameter] && parameter.ParameterType == type;
}

/// <summary>A record struct that wraps one value, of which nothing itself is stored.</summary>
internal sealed class WrapperType(string name, StoredType inner) : StoredType(name)
{
    public override bool IsQuoted => inner.IsQuoted;

    public override object Draw(Type type, RandomValues values)
    {
        var property = type.GetProperty("Value")!;
        return Activator.CreateInstance(type, inner.Draw(property.PropertyType, values))!;
    }

    public override AttributeValue Expect(object? value) => inner.Expect(value!.GetType().GetProperty("Value")!.GetValue(value));

    public override bool IsLeftOut(object? value) => value is null;
}

/// <summary>A tuple, stored as a list.</summary>
internal sealed class TupleType(params StoredType[] elements) : StoredType($"({string.Join(", ", elements.Select(element => element.Name))})")
{
    private const int Rest = 7;

    public override object Draw(Type type, RandomValues values) => Draw(type, 0, values);

    /// <summary>A tuple of more than seven elements holds those behind them as a tuple.</summary>
    private object Draw(Type type, int from, RandomValues values) => Activator.CreateInstance(
        type,
        [.. type.GetGenericArguments()
            .Select((element, i) => i == Rest ? Draw(element, from + i, values) : values.Element(() => elements[from + i].Draw(element, values)))])!;

    public override AttributeValue Expect(object? value)
    {
        var tuple = (ITuple)value!;
        return new AttributeValue { L = [.. elements.Select((element, i) => element.Expect(tuple[i]))] };
    }
}

/// <summary>A base type that is stored as one of those derived from it.</summary>
internal sealed class UnionType(string name) : StoredType(name)
{
    public IReadOnlyList<ObjectType> Cases { get; set; } = [];

    public override bool CanOmitDefault => false;

    public override object Draw(Type type, RandomValues values)
    {
        var single = values.IsDeep ? Cases[0] : values.Pick(Cases);
        return single.Draw(type.Assembly.GetType($"{type.Namespace}.{single.Name}", throwOnError: true)!, values);
    }

    public override AttributeValue Expect(object? value) => Cases.Single(single => single.Name == value!.GetType().Name).Expect(value);
}
