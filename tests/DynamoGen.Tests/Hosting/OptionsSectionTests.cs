using Amazon.Runtime;
using DynamoGen.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DynamoGen.Tests.Hosting;

/// <summary>Options from a section of the application's configuration.</summary>
public sealed class OptionsSectionTests
{
    private static IConfigurationSection Section(params (string Key, string? Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"DynamoGen:{value.Key}", value.Value))).Build().GetSection("DynamoGen");

    [Fact]
    public void Every_key_sets_its_option()
    {
        var section = Section(
            ("tableNamePrefix", "dev-"), ("ServiceUrl", "http://127.0.0.1:8000"), ("Region", "eu-west-1"), ("Profile", "team"), ("Transport", "sdk"),
            ("MaxErrorRetry", "9"), ("RetryMode", "Adaptive"), ("RequestTimeout", "00:00:05"), ("CheckTables", "Warn"),
            ("Batches:MaxAttempts", "3"), ("Batches:BaseDelay", "00:00:00.1"), ("Batches:MaxDelay", "00:00:20"));
        var services = new ServiceCollection();
        services.AddDynamoGen(section, options => options.CursorKey = new byte[32]);
        services.AddDynamoGen("archive", section);
        using var provider = services.BuildServiceProvider();

        Assert.All([provider.GetRequiredService<DynamoGenOptions>(), provider.GetRequiredKeyedService<DynamoGenOptions>("archive")], options =>
        {
            Assert.Equal(
                ("dev-", "http://127.0.0.1:8000", "eu-west-1", "team"),
                (options.TableNamePrefix, options.ServiceUrl, options.Region, options.Profile));
            Assert.Equal((TransportKind.Sdk, RequestRetryMode.Adaptive, TableCheck.Warn), (options.Transport, options.RetryMode, options.CheckTables));
            Assert.Equal((9, TimeSpan.FromSeconds(5)), (options.MaxErrorRetry, options.RequestTimeout));
            Assert.Equal(
                (3, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(20)),
                (options.Batches.MaxAttempts, options.Batches.BaseDelay, options.Batches.MaxDelay));
        });
        Assert.NotNull(provider.GetRequiredService<DynamoGenOptions>().CursorKey);
    }

    [Fact]
    public void What_a_section_does_not_say_stays_as_it_is()
    {
        var options = new DynamoGenOptions();

        OptionsSection.Of(Section())(options);

        Assert.Equal((null, null, null), (options.Region, options.MaxErrorRetry, options.RequestTimeout));
    }

    [Fact]
    public void All_that_is_wrong_is_one_error_at_the_start()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(Section(
            ("TablePrefix", "dev-"), ("Batches:Attempts", "3"), ("MaxErrorRetry", "many"), ("RequestTimeout", "5"), ("Transport", "1"), ("Region:Name", "eu"),
            ("CheckTables", "")));
        using var provider = services.BuildServiceProvider();

        var wrong = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.StartsWith("The configuration's section 'DynamoGen' is wrong: ", wrong.Message);
        Assert.Contains("no option has the key 'TablePrefix', only TableNamePrefix, ServiceUrl, Region,", wrong.Message);
        Assert.Contains("no option has the key 'Batches:Attempts', only Batches:MaxAttempts, Batches:BaseDelay, Batches:MaxDelay", wrong.Message);
        Assert.Contains("'MaxErrorRetry' is 'many', and not a whole number", wrong.Message);
        Assert.Contains("'RequestTimeout' is '5', and not a time such as 00:00:05", wrong.Message);
        Assert.Contains("'Transport' is '1', and not one of Direct, Sdk", wrong.Message);
        Assert.Contains("'CheckTables' is '', and not one of None, Warn, Fail", wrong.Message);
        Assert.Contains("'Region' is one value, and has keys of its own", wrong.Message);
    }

    [Fact]
    public void A_section_and_code_that_contradict_each_other_are_refused()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(Section(("Region", "eu-west-1")), options => options.Region = "eu-west-2");
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<DynamoGenOptions>);

        Assert.Contains("Region two values ('eu-west-1' and 'eu-west-2')", refused.Message);
    }

    [Theory]
    [InlineData(TransportKind.Direct)]
    [InlineData(TransportKind.Sdk)]
    public void Retries_timeout_and_profile_are_those_of_the_client(TransportKind kind)
    {
        var options = new DynamoGenOptions
        {
            Region = "eu-west-1",
            Transport = kind,
            MaxErrorRetry = 2,
            RetryMode = RequestRetryMode.Standard,
            RequestTimeout = TimeSpan.FromSeconds(3),
            Profile = "team",
        };

        var config = options.CreateClientConfig();

        Assert.Equal((2, TimeSpan.FromSeconds(3), RequestRetryMode.Standard), (config.MaxErrorRetry, config.Timeout, config.RetryMode));
        Assert.Equal(("team", "eu-west-1"), (config.Profile.Name, config.RegionEndpoint.SystemName));
    }

    [Theory]
    [InlineData("MaxErrorRetry", "-1")]
    [InlineData("RequestTimeout", "-00:00:01")]
    [InlineData("Profile", " ")]
    public void A_value_that_means_nothing_is_named_at_start(string key, string value)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(Section((key, value)));
        using var provider = services.BuildServiceProvider();

        var wrong = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.StartsWith(key, Assert.Single(wrong.Failures));
    }
}
