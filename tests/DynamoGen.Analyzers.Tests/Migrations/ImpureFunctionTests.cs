using DynamoGen.Analyzers.Migrations;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Migrations;

/// <summary>Upcasters, downcasters and functions of migrations that depend on more than the stored item.</summary>
public sealed class ImpureFunctionTests
{
    [Theory]
    [InlineData("DateTimeOffset.UtcNow.ToString()", "'DateTimeOffset.UtcNow'")]
    [InlineData("DateTime.Today.Year.ToString()", "'DateTime.Today'")]
    [InlineData("text ?? Guid.NewGuid().ToString()", "'Guid.NewGuid'")]
    [InlineData("Random.Shared.Next(3).ToString()", "'Random.Next'")]
    [InlineData("File.ReadAllText(text)", "'File.ReadAllText'")]
    [InlineData("Environment.MachineName", "'Environment.MachineName'")]
    [InlineData("new System.Net.Http.HttpClient().GetStringAsync(text).Result", "'HttpClient.GetStringAsync'")]
    [InlineData("text + Counter", "the static field 'Counter', which can change")]
    public async Task What_is_not_the_same_each_time_is_reported(string value, string shown)
    {
        var found = Assert.Single(await Diagnosis.Of<ImpureFunctionAnalyzer>(Upcaster(value)));
        Assert.Equal("DG9006", found.Id);
        Assert.Equal($"'Note.TextOf' uses {shown}: the same stored item yields another one each time", found.GetMessage());
    }

    [Theory]
    [InlineData("text.Trim()")]
    [InlineData("text + Environment.NewLine")]
    [InlineData("Names.TryGetValue(text, out var name) ? name : text")]
    [InlineData("new DateTime(2020, 1, 1).ToString() + text")]
    [InlineData("System.Net.WebUtility.UrlDecode(text) + new Guid(text) + Limit")]
    public async Task What_is_the_same_each_time_is_left_alone(string value) =>
        Assert.Empty(await Diagnosis.Of<ImpureFunctionAnalyzer>(Upcaster(value)));

    [Theory]
    [InlineData("text + DateTime.UtcNow.Year", "'DateTime.UtcNow'")]
    [InlineData("text ?? Guid.NewGuid().ToString()", "'Guid.NewGuid'")]
    [InlineData("text + Counter", "the static field 'Counter', which can change")]
    public async Task Downcaster_whose_result_is_not_the_same_each_time_is_reported(string value, string shown)
    {
        var found = Assert.Single(await Diagnosis.Of<ImpureFunctionAnalyzer>(Downcaster(value)));
        Assert.Equal($"'Note.BodyOf' uses {shown}: the same stored item yields another one each time", found.GetMessage());
    }

    [Theory]
    [InlineData("text.Trim()")]
    [InlineData("Names.TryGetValue(text, out var name) ? name : text + Limit")]
    public async Task Downcaster_whose_result_is_the_same_each_time_is_left_alone(string value) =>
        Assert.Empty(await Diagnosis.Of<ImpureFunctionAnalyzer>(Downcaster(value)));

    [Fact]
    public async Task Other_functions_are_left_alone_and_those_of_migrations_are_not()
    {
        const string Code = """
            using System;
            using DynamoGen;

            sealed class Plain { public static string Forward(string text) => text + DateTime.Now; }

            [Migration<string, string>(typeof(int), typeof(int))]
            sealed partial class Moved { public static string Backward(string text) => text + DateTime.Now; }
            """;
        Assert.Equal("'Moved.Backward' uses 'DateTime.Now': the same stored item yields another one each time",
            Assert.Single(await Diagnosis.Of<ImpureFunctionAnalyzer>(Code)).GetMessage());
    }

    private static string Upcaster(string value) => Note("Version = 2", value, "text");

    private static string Downcaster(string value) => Note("Version = 2, WriteAs = 1", "text", value);

    private static string Note(string versions, string upcast, string downcast) => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using DynamoGen;

        [Table("notes")] sealed partial class Notes;

        [Entity<Notes>({{versions}})] [Key("N#{Id}", "N")]
        sealed partial record Note
        {
            private const int Limit = 3;
            private static readonly Dictionary<string, string> Names = [];
            private static int Counter;

            public required string Id { get; init; }
            public required string Text { get; init; }

            [Upcast(from: 1, nameof(Text), StoredAs = "Body")]
            private static string TextOf(string text) => {{upcast}};

            [Downcast(to: 1, "Body")]
            private static string BodyOf(string text) => {{downcast}};
        }
        """;
}
