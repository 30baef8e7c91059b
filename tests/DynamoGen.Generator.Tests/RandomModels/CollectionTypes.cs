using System.Collections;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Serialization.Properties;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>A list: the form of its type, such as <c>List&lt;{0}&gt;</c>, and its elements.</summary>
internal sealed class ListType(string form, StoredType element) : StoredType(Written.As(form, element.Name), element.Form)
{
    /// <summary>What can only be enumerated cannot be told to be empty before it is.</summary>
    public override bool CanOmitDefault => !Name.StartsWith("IEnumerable", StringComparison.Ordinal);

    public override object Draw(Type type, RandomValues values)
    {
        var elementType = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        return Filled.List(type, elementType, values.Several(() => element.Draw(elementType, values)));
    }

    public override AttributeValue Expect(object? value) => new() { L = [.. ((IEnumerable)value!).Cast<object?>().Select(element.Expect)] };

    public override bool? IsDefault(object? value) => !((IEnumerable)value!).Cast<object?>().Any();
}

/// <summary>A set, which is never stored empty.</summary>
internal sealed class SetType(string form, StoredType element) : StoredType(Written.As(form, element.Name), element.Form)
{
    public override object Draw(Type type, RandomValues values)
    {
        var elementType = type.GetGenericArguments()[0];
        var drawn = values.Several(() => element.Draw(elementType, values)!).DistinctBy(value => AttributeText.Of(element.Expect(value))).ToArray();
        return Filled.Set(type, elementType, drawn.Length > 0 || values.MayLeaveOut ? drawn : [values.Element(() => element.Draw(elementType, values))]);
    }

    public override AttributeValue Expect(object? value)
    {
        var elements = ((IEnumerable)value!).Cast<object?>().Select(element.Expect).ToArray();
        return elements switch
        {
            [{ B: not null }, ..] => new() { BS = [.. elements.Select(single => single.B)] },
            [{ N: not null }, ..] => new() { NS = [.. elements.Select(single => single.N)] },
            _ => new() { SS = [.. elements.Select(single => single.S)] },
        };
    }

    public override bool IsLeftOut(object? value) => value is null || !((IEnumerable)value).Cast<object?>().Any();

    public override bool? IsDefault(object? value) => IsLeftOut(value);
}

/// <summary>A dictionary, whose keys are stored as an M value's names.</summary>
internal sealed class DictionaryType(string form, StoredType key, StoredType element)
    : StoredType(Written.As(form, key.Name, element.Name), key.Form.Length > 0 ? key.Form : element.Form)
{
    public override object Draw(Type type, RandomValues values)
    {
        var types = type.GetGenericArguments();
        var keys = values.Several(() => key.Draw(types[0], values)).Select(drawn => drawn!).Where(drawn => KeyText(drawn).Length > 0).DistinctBy(KeyText);
        return Filled.Dictionary(type, types, keys.Select(drawn => (drawn, values.Element(() => element.Draw(types[1], values)))));
    }

    public override AttributeValue Expect(object? value)
    {
        var map = new Dictionary<string, AttributeValue>();
        foreach (DictionaryEntry pair in (IDictionary)value!)
        {
            map.Add(KeyText(pair.Key), element.Expect(pair.Value));
        }

        return new AttributeValue { M = map };
    }

    public override bool? IsDefault(object? value) => ((IDictionary)value!).Count == 0;

    private string KeyText(object drawn) => key.Expect(drawn) is var expected ? expected.S ?? expected.N : string.Empty;
}
