using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>An enum, stored by the names of its members or, without names, as a number.</summary>
internal sealed class EnumType(string name, long[] members, string[]? names = null, string form = "") : StoredType(name, form)
{
    public override bool IsQuoted => true;

    public override object Draw(Type type, RandomValues values) => Enum.ToObject(type, values.Pick(members));

    public override AttributeValue Expect(object? value)
    {
        var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
        return names is null
            ? new AttributeValue { N = number.ToString(CultureInfo.InvariantCulture) }
            : new AttributeValue { S = names[Array.IndexOf(members, number)] };
    }
}
