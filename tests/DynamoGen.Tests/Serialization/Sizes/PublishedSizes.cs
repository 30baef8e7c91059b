namespace DynamoGen.Tests.Serialization.Sizes;

/// <summary>Attribute values, what DynamoDB counts for each by its published rules, and what DynamoDB Local 3.3.1 counts beyond that.</summary>
internal static class PublishedSizes
{
    /// <summary>
    /// DynamoDB Local counts a number's digits in pairs from the decimal point on, so that an uneven number of digits before or behind it can take
    /// one byte more than the published byte for each two digits. AWS calls its rule approximate.
    /// </summary>
    public static readonly (string Json, int Size, int LocalAdds)[] Values =
    [
        .. Numbers(),
        ("""{"S":"x"}""", 1, 0),
        ("""{"S":"é"}""", 2, 0),
        ("""{"S":"✓"}""", 3, 0),
        ("""{"S":"😀"}""", 4, 0),
        ("""{"S":"\ud83d\ude00\u00e9\u0001\n\"\\\/"}""", 11, 0),
        ("""{"B":"AQ=="}""", 1, 0),
        ("""{"B":"AQI="}""", 2, 0),
        ("""{"B":"AQID"}""", 3, 0),
        ("""{"B":"\/+8\u003d"}""", 2, 0),
        ("""{"BOOL":true}""", 1, 0),
        ("""{"BOOL":false}""", 1, 0),
        ("""{"NULL":true}""", 1, 0),
        ("""{"SS":["a","bc"]}""", 3, 0),
        ("""{"SS":["é","😀"]}""", 6, 0),
        ("""{"NS":["1","22","-3"]}""", 7, 0),
        ("""{"BS":["AQ==","AQI="]}""", 3, 0),
        ("""{"L":[]}""", 3, 0),
        ("""{"M":{}}""", 3, 0),
        ("""{"L":[{"S":"x"}]}""", 5, 0),
        ("""{"L":[{"S":"x"},{"N":"5"},{"NULL":true}]}""", 10, 0),
        ("""{"L":[{"L":[]}]}""", 7, 0),
        ("""{"L":[{"L":[{"L":[{"BOOL":true}]}]}]}""", 13, 0),
        ("""{"M":{"a":{"S":"x"}}}""", 6, 0),
        ("""{"M":{"a":{"S":"x"},"bc":{"N":"12"}}}""", 11, 0),
        ("""{"M":{"é":{"M":{"b":{"S":"x"}}}}}""", 12, 0),
        ("""{"M":{"k\u0065y":{"L":[{"SS":["a","b"]},{"M":{}}]}}}""", 17, 0),
    ];

    private static IEnumerable<(string Json, int Size, int LocalAdds)> Numbers() =>
        from number in (IEnumerable<(string Text, int Size, int LocalAdds)>)
        [
            ("0", 1, 0), ("-0", 1, 0), ("0.00", 1, 0), ("1", 2, 0), ("-1", 3, 0), ("10", 2, 0), ("100", 2, 0), ("-100", 3, 0), ("123", 3, 0),
            ("1234", 3, 0), ("12345", 4, 0),
            ("007", 2, 0), ("1000000000", 2, 0), ("0.1", 2, 0), ("0.01", 2, 0), ("0.0100", 2, 0), ("12.34", 3, 0), ("1E-130", 2, 0),
            ("1E125", 2, 0), ("9.99E+125", 3, 0),
            ("1e5", 2, 0), ("12345678901234567890123456789012345678", 20, 0), ("-12345678901234567890123456789012345678", 21, 0),
            ("1234567890123456789012345678901234567", 20, 0),
            ("1.5", 2, 1), ("-1.5", 3, 1), ("0.012", 2, 1), ("120", 2, 1), ("1.2345678901234567890123456789012345678", 20, 1),
        ]
        select ($$"""{"N":"{{number.Text}}"}""", number.Size, number.LocalAdds);
}
