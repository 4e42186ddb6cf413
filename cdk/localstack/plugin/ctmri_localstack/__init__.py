"""What LocalStack needs to run without Docker: Lambda functions and DynamoDB Local as plain local processes."""
