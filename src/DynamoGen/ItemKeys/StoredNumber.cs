using System.Globalization;

namespace DynamoGen.ItemKeys;

/// <summary>Numbers as DynamoDB compares them: by value, whatever their text.</summary>
internal static class StoredNumber
{
    /// <summary>One text for one value, in digits alone: <c>1.0</c>, <c>01</c> and <c>10E-1</c> are all <c>1</c>, and <c>-0</c> is <c>0</c>.</summary>
    /// <param name="text">A number that DynamoDB can store.</param>
    public static string Canonical(string text)
    {
        var isNegative = text[0] == '-';
        var unsigned = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        var end = unsigned.IndexOfAny('e', 'E');
        var scale = end < 0 ? 0 : int.Parse(unsigned[(end + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = end < 0 ? unsigned : unsigned[..end];
        var point = mantissa.IndexOf('.');
        scale -= point < 0 ? 0 : mantissa.Length - point - 1;
        var all = point < 0 ? mantissa : string.Concat(mantissa[..point], mantissa[(point + 1)..]).AsSpan();
        var digits = all.TrimStart('0').TrimEnd('0');
        scale += all.Length - all.TrimEnd('0').Length;
        return digits.IsEmpty ? "0" : string.Concat(isNegative ? "-" : null, Plain(digits.ToString(), scale));
    }

    /// <summary>The digits times ten to the power of the scale.</summary>
    private static string Plain(string digits, int scale) =>
        scale >= 0 ? digits + new string('0', scale)
        : digits.Length > -scale ? digits.Insert(digits.Length + scale, ".")
        : string.Concat("0.", new string('0', -scale - digits.Length), digits);
}
