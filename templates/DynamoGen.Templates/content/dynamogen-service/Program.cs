using DynamoGen.Local;
using Service._1.Development;
using Service._1.Orders;

var builder = WebApplication.CreateBuilder(args);

// In development, a DynamoDB Local that starts and stops with the service. Elsewhere, region and credentials are those that the AWS SDK finds.
await using var local = builder.Environment.IsDevelopment() ? await DynamoDbLocal.StartAsync() : null;
if (local is not null)
{
    builder.AddLocalDatabase(local);
}

builder.Services.AddDynamoGen(builder.Configuration.GetRequiredSection("DynamoGen"))
    .AddRepository<IOrders>()
    .AddRepository<IOrderLines>();
builder.Services.AddProblemDetails();
builder.Services.AddHealthChecks().AddDynamoGen(tags: ["ready"]);

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapOrders();
app.MapHealthChecks("/health");
await app.RunAsync();
