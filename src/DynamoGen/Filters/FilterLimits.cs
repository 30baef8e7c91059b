namespace DynamoGen.Filters;

/// <summary>
/// Refuses what DynamoDB would. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">quotas of expressions</see>.
/// </summary>
internal static class FilterLimits
{
    private const int MostBytes = 4096;
    private const int MostOperators = 300;
    private const int MostListed = 100;

    /// <summary>Checked before the filter is printed, for a chain of too many operators may be too deep for that.</summary>
    /// <exception cref="FilterException">It has too many operators or values.</exception>
    public static void CheckTree(FilterNode root, string pattern, int operators)
    {
        if ((long)root.Operators + operators > MostOperators)
        {
            throw new FilterException(pattern, $"has more than the {MostOperators} operators that DynamoDB takes, those of what is declared included");
        }

        if (root.Listed > MostListed)
        {
            throw new FilterException(pattern, $"looks for one of more than the {MostListed} values that DynamoDB takes behind IN; ask several times");
        }
    }

    /// <exception cref="FilterException">Its text is too long, or it looks at a key.</exception>
    public static void CheckText(FilterExpression expression, string pattern, int bytes, ReadOnlySpan<string> keys)
    {
        // The text is ASCII.
        if (expression.Text.Length + bytes > MostBytes)
        {
            throw new FilterException(pattern, $"has {expression.Text.Length + bytes} bytes, with what is declared; DynamoDB takes {MostBytes}");
        }

        foreach (var key in keys)
        {
            if (expression.Attributes.Contains(key))
            {
                throw new FilterException(pattern, $"looks at '{key}', which is a key of what is queried; DynamoDB filters by other attributes only");
            }
        }
    }
}
